/** Times the queue tries a failed job again. */
export const MOST_RETRIES = 5;
