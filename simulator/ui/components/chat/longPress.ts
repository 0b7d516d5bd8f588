/** Listeners that call `open` (window coordinates) when a finger rests on the element for half a second. */
export function useLongPress(open: (at: { x: number, y: number }) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  return {
    touchstart: (event: TouchEvent) => {
      const { clientX: x, clientY: y } = event.touches[0]!
      stop()
      timer = setTimeout(open, 500, { x, y })
    },
    touchend: stop,
    touchmove: stop,
    touchcancel: stop,
  }
}
