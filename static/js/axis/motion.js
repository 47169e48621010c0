// Movement over time: one animation at a time, none for readers who prefer reduced motion.

const reduced = matchMedia("(prefers-reduced-motion: reduce)");

export class Motion {
  #frame = 0;

  /** Calls `step` with the share done, 0 to 1, eased; at once with 1 where motion is not wanted. */
  run(milliseconds, step, done) {
    this.stop();
    if (reduced.matches) {
      step(1);
      done();
      return;
    }
    const begun = performance.now();
    const tick = (now) => {
      const share = Math.min(Math.max((now - begun) / milliseconds, 0), 1);
      step(1 - (1 - share) ** 3);
      if (share < 1) this.#frame = requestAnimationFrame(tick);
      else done();
    };
    this.#frame = requestAnimationFrame(tick);
  }

  /** Lets go of something that moves at `speed` pixels per millisecond; it slows down by itself. */
  fling(speed, step, done) {
    if (reduced.matches || Math.abs(speed) < 0.15) {
      done();
      return;
    }
    const distance = Math.sign(speed) * Math.min(Math.abs(speed), 4) * 220;
    let before = 0;
    this.run(550, (share) => {
      step((share - before) * distance);
      before = share;
    }, done);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
  }
}
