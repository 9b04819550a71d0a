/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** Calendar day, `YYYY-MM-DD`, without a zone. */
export type CalendarDate = string

/** Somebody who acts: a person of the review, or only a name before people are entered. */
export interface Actor {
  readonly personId: string | null
  readonly name: string
}

/** The only way time, chance and identity get into a verb. */
export interface Context {
  /** The instant of the act. */
  readonly now: Instant
  /** A fresh id, unique for ever. */
  readonly newId: () => string
  /** On whose behalf. */
  readonly actor: Actor
  /** Whose hands. Differs from the actor when the facilitator acts as somebody. */
  readonly operator: Actor
}
