// How long, in words for a message.

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Whole units, never so few that rounding down hides much: '3 days', '71 hours', '1 minute'. */
export function span(ms: number): string {
  const [unit, name] = ms >= 3 * dayMs ? [dayMs, 'day'] : ms >= 3 * hourMs ? [hourMs, 'hour'] : [minuteMs, 'minute']
  const count = Math.floor(ms / unit)
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
