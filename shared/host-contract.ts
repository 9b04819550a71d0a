import { z } from 'zod'
import { bytesSchema as bytes, commitSchema, docIdSchema, logLineSchema } from './record/commit'
import { libraryRowSchema } from './record/library-row'
import { id, instant, shortText } from './review/fields'

/** Why a call failed. The renderer turns kinds into words; `message` adds the detail only the host knows. */
export const hostErrorSchema = z.object({
  kind: z.enum([
    'bad-request', // the arguments do not fit the schema
    'forbidden', // wrong frame, window, origin or cookie
    'not-found',
    'disk-full',
    'unwritable',
    'leased', // another window holds the editing lease
    'newer', // written by a newer program
    'altered', // a bundle that does not match its manifest
    'malformed', // a bundle that breaks a rule of its format
    'no-review', // a whole bag, but none of ours
    'too-large',
    'cancelled',
    'unreachable', // no answer from the host
    'failed', // anything else; `message` says what
  ]),
  message: z.string(),
  /** Names of files or fields concerned. */
  details: z.array(z.string()).optional(),
})
export type HostError = z.infer<typeof hostErrorSchema>

const part = z.object({ docId: docIdSchema, update: bytes })
const jobId = id
const path = z.string().min(1).max(4096)
const sha512 = z.string().regex(/^[0-9a-f]{128}$/)

export const leaseSchema = z.object({
  /** True when this client may write. */
  mine: z.boolean(),
  /** Since when somebody holds it; null when nobody does. */
  since: instant.nullable(),
})
export type Lease = z.infer<typeof leaseSchema>

/** A file on its way to a folder. */
const deliveredFileSchema = z.object({
  name: shortText,
  bytes: z.number().int(),
  sha512,
  /** Its name there, once it is there; another than `name` when a different file has that one. */
  as: shortText.nullable(),
})

/** Something saved: safe on this computer, then copied into a folder. */
export const deliverySchema = z.object({
  id,
  reviewId: id,
  title: shortText,
  kind: z.enum(['bundle', 'minutes']),
  folder: path,
  /** The bundle or the minutes first, then what lies loose beside it. */
  files: z.array(deliveredFileSchema).min(1).max(3),
  state: z.enum(['queued', 'copying', 'reading-back', 'delivered', 'failed', 'cancelled']),
  /** Of all files, in bytes: copied, or read back. */
  done: z.number(),
  /** When it was safe on this computer, and when everything was last read back in the folder. */
  savedAt: instant,
  verifiedAt: instant.nullable(),
  /** Why it failed. `nextTryAt`: when it is tried again by itself; null: only when asked. `triedAt`: null in lists of earlier versions. */
  problem: hostErrorSchema
    .pick({ kind: true, message: true })
    .extend({ triedAt: instant.nullable().default(null), nextTryAt: instant.nullable() })
    .nullable(),
})
export type Delivery = z.infer<typeof deliverySchema>

const deviceFields = {
  /** Name of the person who uses this device, '' before it is asked. */
  operatorName: shortText,
  theme: z.enum(['system', 'light', 'dark']),
  wallTheme: z.enum(['dark', 'light', 'projector']),
  /** TIM17: a soft sound with each threshold of the timer. */
  timeSound: z.boolean(),
  /** AGN14: whether the cockpit shows how to hold an item. */
  playbook: z.boolean(),
  /** DSC3: whether what lies on the desk is covered; null before anybody chose. */
  discreet: z.boolean().nullable(),
  /** BAK1: the review whose Run place was seen last; null after another place was gone to. */
  lastRunId: id.nullable(),
  /** Folders used as destinations, most recent first. */
  destinations: z.array(path).max(20),
  /** Templates saved by the user; each is validated by the template schema where it is used. */
  templates: z.array(z.unknown()).max(200),
}

/** The host's one file about this device. */
export const deviceSchema = z.object({
  operatorName: deviceFields.operatorName.default(''),
  theme: deviceFields.theme.default('system'),
  wallTheme: deviceFields.wallTheme.default('dark'),
  timeSound: deviceFields.timeSound.default(false),
  playbook: deviceFields.playbook.default(true),
  discreet: deviceFields.discreet.default(null),
  lastRunId: deviceFields.lastRunId.default(null),
  destinations: deviceFields.destinations.default([]),
  templates: deviceFields.templates.default([]),
})
/** What may be changed of it at once; without defaults, which would overwrite what is left out. */
export const devicePatchSchema = z.object(deviceFields).partial()
export type Device = z.infer<typeof deviceSchema>

export const folderSchema = z.object({
  path,
  name: z.string(),
  parent: path.nullable(),
  folders: z.array(z.object({ path, name: z.string() })),
  /** Starting points: home and mounted volumes, recent destinations first. */
  places: z.array(z.object({ path, name: z.string(), kind: z.enum(['recent', 'home', 'volume']) })),
  freeBytes: z.number().nullable(),
  /** Outcome of really writing and removing a small file. */
  writable: z.boolean(),
})
export type Folder = z.infer<typeof folderSchema>

/** What a review is made of, as bytes, when it is opened from a bundle or saved into one. */
const parts = z.array(part).max(3)

const call = <Request extends z.ZodType, Response extends z.ZodType>(request: Request, response: Response) => ({
  request,
  response,
})
const nothing = z.object({})

/**
 * Every call between renderer and host: the only list. Both shells answer all of them through the same dispatcher.
 * Materials travel beside it: `POST /materials` stores a streamed body and answers `{sha512, bytes}`, `GET /materials/<sha512>` serves it with ranges,
 * `POST /staging` keeps a dropped bundle until `archive:open` and answers `{stagingId, bytes}`.
 */
export const hostContract = {
  /** First call of a window. */
  'app:hello': call(
    z.object({ clientId: id }),
    z.object({
      ...{ version: z.string(), shell: z.enum(['desktop', 'browser']), dataFolder: z.string(), home: z.string() },
      /** Tells data folders apart that one browser profile sees; stays with the folder wherever it is moved. */
      folderId: id,
    }),
  ),
  'device:read': call(nothing, deviceSchema),
  'device:write': call(devicePatchSchema, deviceSchema),

  /** Reviews that exist, and those deleted in the last 30 days. */
  'review:list': call(
    nothing,
    z.object({
      reviews: z.array(libraryRowSchema.extend({ updatedAt: instant })),
      deleted: z.array(z.object({ id, title: shortText, deletedAt: instant })),
      /** Reviews whose journal could not be read to its end, in words. */
      damaged: z.array(z.object({ id, message: z.string() })),
      /** What the host noticed and mended of its own files when it started, in words. */
      notices: z.array(z.string()),
    }),
  ),
  /** What the journal has beyond the state vectors given, and the editing lease if it is free. Unknown id: `not-found` with details ['unknown']; deleted: with ['deleted']. */
  'review:open': call(
    z.object({ reviewId: id, clientId: id, have: z.array(z.object({ docId: docIdSchema, stateVector: bytes })).max(3) }),
    z.object({
      parts,
      log: z.array(logLineSchema),
      /** The journal's own state vectors, so that the renderer can send what the journal lacks. */
      has: z.array(z.object({ docId: docIdSchema, stateVector: bytes })),
      lease: leaseSchema,
      /** What was noticed and mended while reading, in words; told once. */
      notices: z.array(z.string()),
    }),
  ),
  /** Appends commits to the journal and answers when they are on the disk. `create` makes the review known first. */
  'review:append': call(
    z.object({ reviewId: id, clientId: id, create: z.boolean(), commits: z.array(commitSchema).max(1000) }),
    z.object({ stored: z.number().int() }),
  ),
  'review:lease': call(z.object({ reviewId: id, clientId: id, act: z.enum(['take-over', 'release']) }), leaseSchema),
  'review:delete': call(z.object({ reviewId: id }), nothing),
  /** Brings a deleted review back. `fromBundle`: a person opened its bundle, which also brings back what was purged, empty, to be filled. */
  'review:restore': call(z.object({ reviewId: id, fromBundle: z.boolean().default(false) }), nothing),

  /** Folders only; `path` null starts at home. Not readable or gone: `not-found`. */
  'folder:browse': call(z.object({ path: path.nullable() }), folderSchema),
  /** The system's dialog for a folder; `path` null: cancelled. The browser shell has none: the renderer shows its own picker. */
  'folder:choose': call(z.object({ from: path.nullable() }), z.object({ path: path.nullable(), ownPicker: z.boolean() })),
  /** Whether the store holds these materials. */
  'materials:missing': call(z.object({ sha512: z.array(sha512).max(5000) }), z.object({ missing: z.array(sha512) })),

  /**
   * Writes one bundle on this computer, reads it back and queues it for `folder`. `parts` hold the live state, so a failing journal does
   * not stop it. Where this computer takes nothing, it is written straight into `folder`, under a free name: then it is delivered already.
   */
  'archive:save': call(
    z.object({
      ...{ jobId, reviewId: id, folder: path, parts, log: z.array(logLineSchema), withDesk: z.boolean() },
      /** Whether the minutes as PDF and the actions as CSV are also written beside the bundle. */
      beside: z.boolean().default(false),
    }),
    z.object({
      delivery: deliverySchema,
      /** Whether this computer could keep no copy. */
      isDirect: z.boolean(),
      /** Names of materials that could not go in: their bytes are gone or damaged. */
      missing: z.array(z.string()),
      /** Characters that stand in the PDF as `[U+05D0]`, because no face of ours has them. */
      replaced: z.array(z.string()),
      /** Paths of documents that could not be set and so are not in the bundle. */
      unset: z.array(z.string()),
      /** Names of what could not be written beside the bundle. */
      notBeside: z.array(z.string()),
    }),
  ),
  /** Writes only the minutes as PDF, the same way. */
  'archive:minutes': call(
    z.object({ jobId, reviewId: id, folder: path, parts, log: z.array(logLineSchema) }),
    z.object({ delivery: deliverySchema, isDirect: z.boolean(), replaced: z.array(z.string()) }),
  ),
  /** What was saved from this computer, the newest first: on its way, delivered, or failed. */
  'delivery:list': call(nothing, z.object({ deliveries: z.array(deliverySchema) })),
  /** Tries a failed one again now; or gives up one that is not delivered, with its copy on this computer. Unknown id: `not-found`. */
  'delivery:act': call(z.object({ deliveryId: id, act: z.enum(['retry', 'cancel']) }), nothing),
  /** Verifies a staged bundle whole, stores its materials and answers what it holds. Nothing is kept of a bundle that fails. */
  'archive:open': call(
    z.object({ jobId, stagingId: id }),
    z.object({ reviewId: id, title: shortText, parts, log: z.array(logLineSchema), exists: z.boolean() }),
  ),
  /** Reads a saved bundle back and compares every file with its manifest. */
  'archive:verify': call(z.object({ jobId, path }), z.object({ verifiedAt: instant, files: z.number().int() })),
  'job:cancel': call(z.object({ jobId }), nothing),

  /** Opens the wall. The browser shell cannot make windows: it answers the address that the renderer opens. */
  'wall:open': call(nothing, z.object({ openUrl: z.string().nullable() })),
  /** Opens an https, http or mailto link outside; anything else is `forbidden`. The browser shell answers the address for a new tab. */
  'link:open': call(z.object({ url: z.string().max(4096) }), z.object({ openUrl: z.string().nullable() })),
} as const

export type HostCall = keyof typeof hostContract
export type HostRequest<Name extends HostCall> = z.input<(typeof hostContract)[Name]['request']>
export type HostResponse<Name extends HostCall> = z.output<(typeof hostContract)[Name]['response']>

/** Entries of the desktop's menu that act in the page; each is named after what it presses there. */
export const menuEntries = ['newReview', 'wallOpen', 'help', 'undo', 'redo'] as const
export type MenuEntry = (typeof menuEntries)[number]

/** What the host tells without being asked. */
export const hostEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job:progress'), jobId, step: shortText, done: z.number(), total: z.number() }),
  /** Somebody else took the editing lease, or it became free. */
  z.object({ type: z.literal('lease:changed'), reviewId: id, holder: id.nullable() }),
  z.object({ type: z.literal('library:changed') }),
  /** A delivery as it stands now; a cancelled one is in no list. */
  z.object({ type: z.literal('delivery:changed'), delivery: deliverySchema }),
  /** The wall clock moved against time since boot (domain.md, Time). `id` makes recording it twice harmless. */
  z.object({
    type: z.literal('clock:changed'),
    id,
    at: instant,
    deltaMs: z.number().int(),
    /** How long before `at` the clocks were last seen to agree, in ms. */
    withinMs: z.number().int().min(0),
  }),
  /** Desktop shell: a bundle that the system gave, staged already. */
  z.object({ type: z.literal('bundle:given'), stagingId: id, name: shortText }),
  /** Desktop shell: somebody chose an entry of the menu. */
  z.object({ type: z.literal('menu:chosen'), entry: z.enum(menuEntries) }),
])
export type HostEvent = z.infer<typeof hostEventSchema>

export const MATERIALS_PATH = '/materials'
export const STAGING_PATH = '/staging'
