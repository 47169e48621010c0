// What every page is measured with, ours and the peers' alike; put into each before its own scripts run.
//
// A page says when its first marks are drawn by performance.mark("axis:first-marks"); the time that counts is when the
// frame with them has been painted. All times are milliseconds since the navigation began.

{
  /** Resolves when the frame that comes next has been painted. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });

  let announce;
  const first = new Promise((resolve) => (announce = resolve));
  const mark = performance.mark.bind(performance);
  performance.mark = (name, ...rest) => {
    if (name === "axis:first-marks") painted().then(announce);
    return mark(name, ...rest);
  };

  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });

  let frames = null;
  const record = (time) => {
    if (!frames) return;
    frames.push(time);
    requestAnimationFrame(record);
  };

  window.instruments = {
    first,
    painted,
    get layoutShift() {
      return shift;
    },
    get elements() {
      return document.getElementsByTagName("*").length;
    },
    startFrames() {
      frames = [];
      requestAnimationFrame(record);
    },
    /** Milliseconds between frames since startFrames(). */
    stopFrames() {
      const gaps = frames.slice(1).map((time, place) => time - frames[place]);
      frames = null;
      return gaps;
    },
    /** How long it takes until what `act` asks for has been painted. */
    async timed(act) {
      const begin = performance.now();
      await act();
      return (await painted()) - begin;
    },
  };
}
