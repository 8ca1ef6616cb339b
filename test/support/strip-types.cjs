const { createHash } = require('node:crypto');
const { stripTypeScriptTypes } = require('node:module');
const process = require('node:process');

module.exports = {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: (source, path) => createHash('sha256').update(process.version).update(path).update(source).digest('hex'),
};
