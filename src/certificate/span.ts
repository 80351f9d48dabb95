// Times and spans of time: units, and how one is written in a message.

const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
export const weekMs = 7 * dayMs

/** ISO 8601, UTC, to the second, of milliseconds since 1970. */
export const timeText = (ms: number): string => `${new Date(ms).toISOString().slice(0, -'.000Z'.length)}Z`

/** Whole days until a time, negative when it has passed; NaN for a text that is no time. */
export const daysUntil = (time: string, at: Date): number => Math.floor((Date.parse(time) - at.getTime()) / dayMs)

/** Whole units, never so few that rounding down hides much: '3 days', '71 hours', '1 minute'. */
export function span(ms: number): string {
  const [unit, name] = ms >= 3 * dayMs ? [dayMs, 'day'] : ms >= 3 * hourMs ? [hourMs, 'hour'] : [minuteMs, 'minute']
  const count = Math.floor(ms / unit)
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
