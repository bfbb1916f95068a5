declare module 'autocannon' {
  interface Result {
    latency: { p50: number; p97_5: number; p99: number };
    requests: { average: number; total: number };
    non2xx: number;
    errors: number;
  }
  /** `workers` puts the load on threads of its own, away from the server's. */
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    workers?: number;
  }): Promise<Result>;
}
