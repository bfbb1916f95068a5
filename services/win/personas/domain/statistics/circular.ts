const DAY = 24;

export interface Clockwise {
  /** The middle hour of the day, in [0, 24). */
  hour: number;
  /** How far around it most of the times lie, in hours: one circular standard deviation. */
  spread: number;
  /** How probable times spread over the whole day would look as gathered as these: Rayleigh's test. */
  chance: number;
}

/**
 * Times of the day lie on a circle: 23:30 and 00:30 are an hour apart. Mean direction, circular standard deviation and
 * Rayleigh's test in the approximation of Mardia and Jupp, "Directional Statistics" (2000), section 6.3.
 */
export function clockOf(hours: readonly number[]): Clockwise | null {
  const count = hours.length;
  if (count === 0) return null;
  const angles = hours.map((hour) => (hour / DAY) * 2 * Math.PI);
  const x = angles.reduce((sum, angle) => sum + Math.cos(angle), 0);
  const y = angles.reduce((sum, angle) => sum + Math.sin(angle), 0);
  const length = Math.min(count, Math.hypot(x, y));
  const gathered = length / count;
  const direction = (Math.atan2(y, x) / (2 * Math.PI)) * DAY;
  const chance = Math.exp(Math.sqrt(1 + 4 * count + 4 * (count ** 2 - length ** 2)) - (1 + 2 * count));
  return {
    hour: (direction + DAY) % DAY,
    spread: gathered <= 0 ? DAY / 2 : (Math.sqrt(-2 * Math.log(Math.min(1, gathered))) / (2 * Math.PI)) * DAY,
    chance: Math.min(1, chance),
  };
}
