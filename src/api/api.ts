import { createHash } from 'node:crypto';
import { type ExecutionResult, type GraphQLSchema, OperationTypeNode, getOperationAST, printSchema } from 'graphql';
import program from '../../package.json' with { type: 'json' };
import { ANONYMOUS, type Caller } from '../access/caller.ts';
import { type Database, MAX_CONNECTIONS } from '../graph/database.ts';
import { createEngine, todayUtc, type EngineRequest } from '../query/engine.ts';
import { type NetworkReader } from '../query/ir/computed.ts';
import { type Viewer } from '../query/introspection.ts';
import { createNetworks } from '../query/networks/networks.ts';
import { findIdentified } from '../query/read/identified.ts';
import { readNamed } from '../query/questions/named.ts';
import { readGraphState } from '../query/networks/read-presences.ts';
import { buildApiSchema } from '../query/schema.ts';
import { createTieredReader } from '../query/tiers/tiered-reader.ts';
import { warmUpDocument, createWarmUpReader } from '../query/tiers/warm-up.ts';
import { type AdmissionLimits, createAdmission } from './admission.ts';
import { mutationTimeout, queryTimeout, withDeadline } from './deadline.ts';
import { type ExportFile, type ExportRequest, createExports } from './exports/exports.ts';
import { type FeedFile, type FeedRequest, readFeed } from './exports/feed.ts';
import { createIdleScheduler } from './idle-scheduler.ts';
import { type Subscribed, type SubscriptionRequest, createSubscriptions } from './subscriptions/subscriptions.ts';
import { createVersionWatch } from './subscriptions/version-watch.ts';
import { createDocumentValidator } from './validate-document.ts';
import { createMutationExecutor } from './mutations/execute-mutation.ts';
import { WARM_UP_CALLER, WARM_UP_MUTATION } from './warm-up.ts';

/** A GraphQL operation and its caller. */
export interface ApiRequest extends Omit<EngineRequest, 'executor' | 'viewer'> {
  caller: Caller;
  /** The `idempotency-key` header of the request, for its mutations. */
  idempotencyKey: string | null;
}

/** The API as a value, without HTTP. */
export interface Api {
  schema: GraphQLSchema;
  /**
   * Validates and executes a parsed document. Rejects when the whole operation fails; what is wrong with the document and errors of
   * fields are in the `errors` of the result.
   */
  execute: (request: ApiRequest) => Promise<ExecutionResult>;
  /**
   * Validates a subscription, and tells what it asks for until its signal aborts. Rejects where the database fails before it has
   * begun; afterwards that is waited for.
   */
  subscribe: (request: SubscriptionRequest) => Promise<Subscribed>;
  /**
   * A validator for cached responses: it changes with each write, each day and each version of the program or schema. Polled as
   * {@link Database.version} is, or read from the graph if `fresh`; null while no version is known.
   */
  version: (fresh?: boolean) => Promise<string | null>;
  /** Makes a file of a list or a network. Rejects for an address that says nothing, and for what a query is refused for. */
  openExport: (request: ExportRequest & { caller: Caller }) => Promise<ExportFile>;
  /** The newest changes as a feed. Rejects for a parameter that there is not, and for what a query is refused for. */
  readFeed: (request: FeedRequest & { caller: Caller; signal: AbortSignal }) => Promise<FeedFile>;
  /** Fills Neo4j's plan cache with the common statements, so that the first requests are fast; runs when no request does. */
  warmUp: () => Promise<void>;
  /** Ends the threads that compute networks. */
  close: () => Promise<void>;
}

/**
 * The API over a database. A query is stopped after `timeoutMs`, or when its client disconnects; a mutation never is.
 *
 * @throws Error when the schema and the model of the graph disagree, which is a bug.
 */
export function createApi({ database, timeoutMs }: { database: Database; timeoutMs: number }): Api {
  const schema = buildApiSchema();
  const networks = createNetworks(database, { schema, today: todayUtc });
  const engine = createEngine({ schema, database, read: createTieredReader(database), networks });
  const exports = createExports(schema);
  const validateDocument = createDocumentValidator(schema);
  const fingerprint = schemaFingerprint(schema);
  const scheduler = createIdleScheduler();
  const queries = createAdmission(QUERY_LIMITS);
  const mutations = createAdmission(MUTATION_LIMITS);
  const changes = createAdmission(SUBSCRIPTION_LIMITS);

  const executeQuery = (request: ApiRequest) =>
    withDeadline(queryTimeout(timeoutMs), request.signal, (signal) =>
      engine.execute({ ...request, viewer: viewerOf(request.caller), signal }),
    );
  const executeMutation = (request: ApiRequest) =>
    withDeadline(mutationTimeout(MUTATION_TIMEOUT_MS), undefined, () =>
      engine.execute({ ...request, signal: undefined, executor: createMutationExecutor(database, request) }),
    );
  const execute = async (request: ApiRequest): Promise<ExecutionResult> => {
    const errors = validateDocument(request.document);
    if (errors.length > 0) return { errors };
    return scheduler.foreground(() =>
      isMutation(request)
        ? mutations.run(() => executeMutation(request))
        : queries.run(() => executeQuery(request), request.signal),
    );
  };
  const subscribe = createSubscriptions(schema, {
    watch: createVersionWatch(() => database.version()),
    execute: (query) => changes.run(() => executeQuery({ ...query, caller: ANONYMOUS, idempotencyKey: null })),
  });
  return {
    schema,
    execute,
    subscribe: async (request) => {
      const errors = validateDocument(request.document);
      return errors.length > 0 ? { errors } : subscribe(request);
    },
    openExport: ({ caller, ...request }) => {
      const { baseUrl, signal } = request;
      return exports.open(request, {
        networks,
        execute: (query) => execute({ ...query, caller, idempotencyKey: null, baseUrl, signal }),
        readState: () => database.read(readGraphState, { signal }),
        readNamed: async (refs, lang) => {
          const identified = await findIdentified(database, [{ arguments: { refs } }], { signal });
          const meant = refs.map((ref) => identified?.get(ref) ?? ref);
          return database.read((tx) => readNamed(tx, meant, lang), { signal });
        },
        withinLimit: (work) => withDeadline(queryTimeout(timeoutMs), signal, work),
      });
    },
    readFeed: ({ caller, signal, ...request }) =>
      readFeed(request, (query) => execute({ ...query, caller, idempotencyKey: null, signal })),
    warmUp: async () => {
      const read = createWarmUpReader(scheduler.yieldToForeground);
      await createEngine({ schema, database, read, networks: ofNobody(networks) }).execute({
        document: warmUpDocument(schema),
      });
      await scheduler.yieldToForeground();
      const executor = createMutationExecutor(database, { caller: WARM_UP_CALLER, idempotencyKey: null });
      await engine.execute({ document: WARM_UP_MUTATION, executor });
    },
    close: () => networks.close(),
    version: async (fresh) => {
      const version = await database.version(fresh);
      return version && `${fingerprint} ${version} ${todayUtc()}`;
    },
  };
}

/** Reads networks by the same statements, with nobody in them. */
function ofNobody(networks: NetworkReader): NetworkReader {
  return { read: ({ values, ...question }) => networks.read({ ...question, values: { ...values, statuses: [] } }) };
}

/** A caller without key or token is nobody. */
function viewerOf({ kind, name, role }: Caller): Viewer | null {
  return kind === 'anonymous' ? null : { name, role };
}

function isMutation({ document, operationName }: ApiRequest): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;
}

/**
 * As many queries run at once as there are connections to the database: one more would only wait for one of them. A crowd of requests is answered
 * in its order while it is small, and within a second or not at all.
 */
const QUERY_LIMITS: AdmissionLimits = {
  running: MAX_CONNECTIONS,
  fair: 3 * MAX_CONNECTIONS,
  waiting: 1_000,
  burstMs: 500,
  waitMs: 1_000,
};

/**
 * What subscribers are told is read by few at a time, so that many who are woken at once keep nobody waiting who asks something; they
 * themselves can wait.
 */
const SUBSCRIPTION_LIMITS: AdmissionLimits = { running: 4, fair: 10_000, waiting: 10_000, burstMs: 0, waitMs: 60_000 };

/** Mutations wait for one another in the graph, for as long as an import takes; only their number is limited. */
const MUTATION_LIMITS: AdmissionLimits = { running: 100, fair: 0, waiting: 0, burstMs: 0, waitMs: 0 };

/**
 * After this the client is told to repeat the mutation, which goes on: writes are serialised, so it may have to wait for an import. Few
 * proxies keep a connection open for longer.
 */
const MUTATION_TIMEOUT_MS = 60_000;

/** Changes when responses may change although the graph has not: with the schema or the version of the program. */
function schemaFingerprint(schema: GraphQLSchema): string {
  return createHash('sha256').update(program.version).update(printSchema(schema)).digest('base64url').slice(0, 10);
}
