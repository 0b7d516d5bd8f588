const LOCAL_HTTP = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:[/?#]|$)/i

/** Whether a URL is plain HTTP on this very machine. */
export function isLocalHttp(url: string): boolean {
  return LOCAL_HTTP.test(url)
}
