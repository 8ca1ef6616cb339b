/** What is known about one error code. */
export interface ErrorCodeEntry {
  /**
   * Status of a response in which the whole operation fails with this code. `null`: no status of its own. An error of the API is then
   * sent as the GraphQL over HTTP specification has it (200, or 400 for a request that is not valid), one at start-up or of a
   * command never reaches HTTP.
   */
  status: number | null;
  audience: Audience;
  /** What it means and what to do, in one or two plain sentences. */
  docs: string;
  /** Clients of the API are sent this code and a message without details instead; the log has the original error. */
  sentAs?: 'DATABASE_UNAVAILABLE';
}

/** Who can act on an error. */
export const audiences = {
  caller: 'Who sends requests to the API: a client program, or the person using it.',
  analyst: 'Who records, imports or exports data.',
  operator: 'Who installs and runs the server.',
} as const;

export type Audience = keyof typeof audiences;

/**
 * Every error code of Chancery: what it means, who can act on it, and its HTTP status. `ClientError` takes only these codes, the
 * server takes its statuses from here, and docs/errors.md is generated from this table (`npm run generate`). The codes are a contract
 * with clients: add new ones, never change one.
 */
export const errorCodes = {
  // The request.
  BAD_REQUEST: {
    status: 400,
    audience: 'caller',
    docs: 'The HTTP request is not one that GraphQL over HTTP allows: the body is not JSON, nested too deep, or too large (413), there is no query, or the request could be cross-site. Correct the request.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    audience: 'caller',
    docs: 'The document is not GraphQL, has too many tokens, or is nested too deep. Correct the syntax, or split the document.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    audience: 'caller',
    docs: 'The document does not fit the schema, or exceeds a limit on depth, aliases or names. The message names the place and, where it can, the nearest valid name.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    audience: 'caller',
    docs: 'The document has several operations and `operationName` selects none of them. Send the name of one.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    audience: 'caller',
    docs: 'The hash of a document was sent without its text, and the server does not know it, or no longer. Send both once; clients with automatic persisted queries do so by themselves.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    audience: 'caller',
    docs: 'Persisted queries are not supported. Send the text of the document. This release does not answer it.',
  },
  BAD_USER_INPUT: {
    status: null,
    audience: 'caller',
    docs: 'An argument or a variable has a value that is not allowed, or a list or text that is too long (`argument`, `size`, `limit`); the message says what is allowed. Correct the value, or send a long list in parts.',
  },
  INVALID: {
    status: null,
    audience: 'caller',
    docs: 'A time is not valid EDTF (Extended Date/Time Format); `edtf` repeats it. The message shows the forms that are.',
  },
  TOO_COSTLY: {
    status: null,
    audience: 'caller',
    docs: 'The operation could cost more than one may: nodes returned, fields, long arguments times their uses, searches and introspection; `estimate` and `limit` are numbers of nodes or fields. Ask for smaller pages, fewer nested lists, shorter arguments or a narrower filter.',
  },
  NOT_KNOWN_AT: {
    status: null,
    audience: 'caller',
    docs: 'The field is not versioned, so it cannot be read with `knownAt`. Leave out the field or the argument.',
  },
  NOT_FOUND: {
    status: 404,
    audience: 'caller',
    docs: 'The server has no such path, or under /export no such list or format. The API is at /graphql.',
  },

  WRONG_HOST: {
    status: 421,
    audience: 'caller',
    docs: 'The server listens on its own machine only, and the request names another host; a page of another site may have misled the browser. Open it as localhost, or have the operator add the name to CHANCERY_HOSTS.',
  },

  // Who asks.
  UNAUTHENTICATED: {
    status: 401,
    audience: 'caller',
    docs: 'The key or token is wrong, expired, revoked or unknown, or there is none and this needs one. Send a valid one as `Authorization: Bearer KEY`.',
  },
  FORBIDDEN: {
    status: 403,
    audience: 'caller',
    docs: 'The role of the key or token does not allow this; `needed` is the role that does. Ask the operator for a key with that role.',
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    audience: 'caller',
    docs: 'Too many keys or tokens from this address were not valid. Wait `retryAfter` seconds (also sent as the `retry-after` header), then send a valid one.',
  },
  ISSUER_UNAVAILABLE: {
    status: 503,
    audience: 'operator',
    docs: 'The signing keys of the OpenID Connect issuer cannot be fetched, so its tokens cannot be checked; API keys still work. Callers can try again; the operator checks that the server can reach CHANCERY_OIDC_ISSUER.',
  },

  // Answering.
  TIMED_OUT: {
    status: 504,
    audience: 'caller',
    docs: 'The operation took longer than it may. Ask for less in a query; repeat a mutation with the same idempotencyKey.',
  },
  TOO_LARGE: {
    status: null,
    audience: 'caller',
    docs: 'The database does not have enough memory for this operation. Ask for less, or let the operator give Neo4j more memory.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: null,
    audience: 'caller',
    docs: 'The same idempotency key was sent before with a different input, so nothing was done. Use a new key for a new input.',
  },
  CLIENT_LEFT: {
    status: null,
    audience: 'caller',
    docs: 'The client closed the connection before its response, so the query was stopped. Nobody receives this code.',
  },
  OVERLOADED: {
    status: 503,
    audience: 'caller',
    docs: 'More operations were waiting than the server can answer in time, so this one was refused before it began. Send it again after the seconds in the `retry-after` header.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    audience: 'operator',
    docs: 'A fault of Chancery. The log has the error under the `id` that the client was sent.',
  },

  // The database.
  DATABASE_UNAVAILABLE: {
    status: 503,
    audience: 'operator',
    docs: 'The database cannot be used at the moment. Callers can try again after the seconds in the `retry-after` header; the log has the reason under the `id` that they were sent. With `mayTakeEffect`, a mutation was being committed: send it again with the same idempotencyKey.',
    sentAs: 'DATABASE_UNAVAILABLE',
  },
  GRAPH_CHANGED: {
    status: 503,
    audience: 'caller',
    docs: 'The graph was changed again and again while a large file was read, which has to show one state of it. Ask for less, or again in a while.',
  },
  DATABASE_BUSY: {
    status: 503,
    audience: 'caller',
    docs: 'All connections to the database are in use. Try again in a moment.',
  },
  DATABASE_NOT_FOUND: {
    status: 503,
    audience: 'operator',
    docs: 'The Neo4j at NEO4J_URI has no database of this name. Check NEO4J_DATABASE.',
    sentAs: 'DATABASE_UNAVAILABLE',
  },
  WRONG_PASSWORD: {
    status: 503,
    audience: 'operator',
    docs: 'Neo4j does not accept the user name and password, or has had a wrong one too often. Check NEO4J_USERNAME and NEO4J_PASSWORD.',
    sentAs: 'DATABASE_UNAVAILABLE',
  },
  UNSUPPORTED_NEO4J: {
    status: 503,
    audience: 'operator',
    docs: 'The Neo4j at NEO4J_URI is too old. Upgrade it, or let Chancery run its own.',
    sentAs: 'DATABASE_UNAVAILABLE',
  },
  WRITING_NOT_ALLOWED: {
    status: 503,
    audience: 'operator',
    docs: 'The Neo4j user may not write. Give it a role that may write and create indexes and constraints.',
    sentAs: 'DATABASE_UNAVAILABLE',
  },
  READ_ONLY: {
    status: 503,
    audience: 'operator',
    docs: 'The database takes no writes. For a cluster use a neo4j:// address, which finds the leader; otherwise check the settings of the database.',
    sentAs: 'DATABASE_UNAVAILABLE',
  },
  NOT_PREPARED: {
    status: null,
    audience: 'operator',
    docs: 'The bookkeeping nodes of Chancery are gone: the database was emptied while the server ran. Restart the server, which creates them.',
  },

  // Starting.
  INVALID_SETTING: {
    status: null,
    audience: 'operator',
    docs: 'One or more settings are missing or not valid; the message names each and what it expects.',
  },
  PORT_TAKEN: {
    status: null,
    audience: 'operator',
    docs: 'Another program listens on the port. Stop it, or set PORT to another one.',
  },
  PORT_FORBIDDEN: {
    status: null,
    audience: 'operator',
    docs: 'This user may not listen on the port. Ports below 1024 usually need special rights; set PORT to a higher one.',
  },
  NO_SUCH_ADDRESS: {
    status: null,
    audience: 'operator',
    docs: 'HOST is not an address of this machine. Set it to localhost, 0.0.0.0 or one that is.',
  },
  SEED_REFUSED: {
    status: null,
    audience: 'operator',
    docs: 'The seed data cannot be imported; the message lists the problems. Undo the changes made to the files in seed/.',
  },
  DATABASE_IS_EXTERNAL: {
    status: null,
    audience: 'operator',
    docs: 'The `db` command runs the managed Neo4j, but NEO4J_URI names another. Unset NEO4J_URI.',
  },
  HOME_IS_HELD: {
    status: null,
    audience: 'operator',
    docs: 'Another Chancery uses the folder CHANCERY_HOME. Stop it, or set CHANCERY_HOME to another folder.',
  },
  NO_DATABASE: {
    status: null,
    audience: 'operator',
    docs: 'There is no database in the folder CHANCERY_HOME, and the command creates none. Set CHANCERY_HOME, or create one with `npm start`.',
  },
  DATABASE_IS_NEWER: {
    status: null,
    audience: 'operator',
    docs: 'A later release of Chancery has brought the database up to date, and this one would not keep it right. Start that release or a later one.',
  },
  HOME_UNUSABLE: {
    status: null,
    audience: 'operator',
    docs: 'The folder CHANCERY_HOME cannot be created or written to. Choose one that this user may write to.',
  },
  JAVA_MISSING: {
    status: null,
    audience: 'operator',
    docs: 'The managed Neo4j needs Java, and none was found. Install it, or set NEO4J_URI.',
  },
  JAVA_TOO_OLD: {
    status: null,
    audience: 'operator',
    docs: 'The Java that was found is too old for Neo4j. Install a newer one.',
  },
  MAVEN_MISSING: {
    status: null,
    audience: 'operator',
    docs: 'Chancery downloads its Neo4j with Maven, once, and Maven was not found. Install it, or set NEO4J_URI.',
  },
  DOWNLOAD_FAILED: {
    status: null,
    audience: 'operator',
    docs: 'Maven could not download Neo4j. Check the network and the mirrors and proxies in ~/.m2/settings.xml, then start again.',
  },
  PASSWORD_FILE_MISSING: {
    status: null,
    audience: 'operator',
    docs: 'There is a managed database, but the file with its password is gone. Restore the file, or move the database away and start with an empty one.',
  },
  NEO4J_WONT_START: {
    status: null,
    audience: 'operator',
    docs: 'The managed Neo4j did not start; the message has the end of its output and the folder of its logs.',
  },
  NEO4J_KEEPS_ENDING: {
    status: null,
    audience: 'operator',
    docs: 'The managed Neo4j crashed several times in a row, so it is not restarted again. Its logs have the reason.',
  },

  // Keys, imports and exports.
  INVALID_NAME: {
    status: null,
    audience: 'operator',
    docs: 'An API key cannot have this name; the message says which names are allowed.',
  },
  KEY_NAME_TAKEN: {
    status: null,
    audience: 'operator',
    docs: 'Another API key has this name. Choose another name, or revoke that key first.',
  },
  NO_SUCH_KEY: {
    status: null,
    audience: 'operator',
    docs: 'No API key of this name can be revoked: there is none, or it is revoked already. `keys list` shows all keys.',
  },
  NO_SUCH_FILE: {
    status: null,
    audience: 'analyst',
    docs: 'The file to import does not exist or cannot be read. Check its path and permissions.',
  },
  OUTPUT_CLOSED: {
    status: null,
    audience: 'analyst',
    docs: 'The program that reads the export stopped reading, or the disk is full, so the export is not complete. Run it again.',
  },
  EXPORT_BROKEN_OFF: {
    status: null,
    audience: 'analyst',
    docs: 'The connection to the database was lost during the export, so it is not complete. Run it again.',
  },
  ARCHIVE_REFUSED: {
    status: null,
    audience: 'analyst',
    docs: 'The file is not an unchanged export, so nothing was imported; the message lists the problems. Export it again.',
  },
  ARCHIVE_NOT_SOUND: {
    status: null,
    audience: 'analyst',
    docs: 'The file was imported, but the graph differs from it: someone wrote at the same time, or the file changed. Empty the database and import again.',
  },
  NOT_EMPTY: {
    status: null,
    audience: 'analyst',
    docs: '`import-all` needs an empty graph, and this one is not. Use another database; data sets are added with `import`.',
  },
  IMPORT_MIXED: {
    status: null,
    audience: 'analyst',
    docs: 'An `import-all` was interrupted and others have written to the graph since, so what it wrote cannot be removed. Empty the database, or use another one, and import again.',
  },
  IMPORT_TAKEN_OVER: {
    status: null,
    audience: 'analyst',
    docs: 'Another `import-all` has begun in the same graph, so this one stopped. Let the other one finish.',
  },
  IMPORT_UNFINISHED: {
    status: null,
    audience: 'analyst',
    docs: 'The graph holds only a part of an `import-all` that is running or was interrupted. Wait for it, or run it again.',
  },
} as const satisfies Record<string, ErrorCodeEntry>;

export type ErrorCode = keyof typeof errorCodes;
