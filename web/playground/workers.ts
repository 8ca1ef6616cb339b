/// <reference lib="dom" />

/** Tells the editor where its workers are. Must be loaded before the editor. */
Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker(_id: string, label: string): Worker {
      const url = WORKER_URLS[`${label}.worker`] ?? WORKER_URLS['editor.worker'];
      if (url === undefined) throw new Error(`No worker was built for ${label}.`);
      return new Worker(url, { name: label });
    },
  },
});
