// Mouse, wheel, fingers and keys, turned into four wishes: pan, zoom, let go, done.
//
// A plain wheel is left to the page: the axis never traps scrolling. Ctrl (or a trackpad pinch, which arrives as the
// same event) zooms; Shift or a sideways wheel pans. One finger pans sideways, up and down still scroll the page.

const DRAG = 4;

/** `act` has pan(px), zoom(x, factor), zoomSmoothly(x, factor), fling(speed), begin() and settle(). Returns the way to detach. */
export function attachGestures(stage, act) {
  const pointers = new Map();
  let dragging = false;
  let speed = 0;
  let moved = 0;

  const at = (event) => event.clientX - stage.getBoundingClientRect().left;

  function down(event) {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, { x: at(event), from: at(event) });
    if (pointers.size === 1) [dragging, speed] = [false, 0];
  }

  function move(event) {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    const x = at(event);
    if (!dragging) {
      if (Math.abs(x - pointer.from) < DRAG && pointers.size < 2) return;
      dragging = true;
      act.begin();
      // Captured only now: a captured pointer would take the click away from the link under it.
      for (const id of pointers.keys()) stage.setPointerCapture(id);
    }
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, other]) => other.x);
    if (others.length) pinch(pointer.x, x, others[0]);
    else drag(x - pointer.x, event.timeStamp);
    pointer.x = x;
  }

  function pinch(before, after, other) {
    const wide = Math.max(Math.abs(before - other), 24);
    act.zoom((before + other) / 2, Math.max(Math.abs(after - other), 24) / wide);
    act.pan((after - before) / 2);
    speed = 0;
  }

  function drag(px, now) {
    speed = 0.6 * (px / Math.max(now - moved, 1)) + 0.4 * speed;
    moved = now;
    act.pan(px);
  }

  function up(event) {
    if (!pointers.delete(event.pointerId) || pointers.size || !dragging) return;
    if (event.timeStamp - moved > 80) speed = 0;
    act.fling(event.type === "pointerup" ? speed : 0);
  }

  function click(event) {
    if (!dragging) return;
    event.preventDefault();
    event.stopPropagation();
    dragging = false;
  }

  function doubleClick(event) {
    event.preventDefault();
    act.zoomSmoothly(at(event), event.shiftKey ? 1 / 2.5 : 2.5);
  }

  function wheel(event) {
    const unit = event.deltaMode === 1 ? 16 : 1;
    const zooms = event.ctrlKey || event.metaKey;
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!zooms && !sideways) return;
    event.preventDefault();
    act.begin();
    if (zooms) act.zoom(at(event), Math.exp(-Math.max(Math.min(event.deltaY * unit, 50), -50) * 0.008));
    else act.pan(-(event.deltaX || event.deltaY) * unit);
    act.settle();
  }

  return listen(stage, { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, dblclick: doubleClick }, [
    ["wheel", wheel, { passive: false }],
    ["click", click, { capture: true }],
    ["dragstart", (event) => event.preventDefault(), {}],
  ]);
}

/** Keys while something on the stage has the focus. Arrows with a modifier stay the browser's, but for Shift. */
export function attachKeys(stage, act) {
  const keys = {
    ArrowRight: () => act.step(1),
    ArrowLeft: () => act.step(-1),
    Home: () => act.stepTo(0),
    End: () => act.stepTo(-1),
    PageDown: () => act.panBy(0.8),
    PageUp: () => act.panBy(-0.8),
    "+": () => act.zoomAtFocus(2),
    "=": () => act.zoomAtFocus(2),
    "-": () => act.zoomAtFocus(1 / 2),
    "−": () => act.zoomAtFocus(1 / 2),
    0: () => act.fit(),
    Escape: () => act.leave(),
    "?": () => act.help(),
  };
  const shifted = { ArrowRight: () => act.panBy(0.25), ArrowLeft: () => act.panBy(-0.25) };

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const wish = (event.shiftKey && shifted[event.key]) || keys[event.key];
    if (!wish) return;
    event.preventDefault();
    wish();
  }

  return listen(stage, { keydown: key });
}

/** The window on the overview: drag it, drag its ends, or press beside it to bring it there. */
export function attachBrush(strip, act) {
  let grip = null;
  const at = (event) => event.clientX - strip.getBoundingClientRect().left;

  function down(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    const [left, right] = act.window();
    const x = at(event);
    const reach = event.pointerType === "touch" ? 18 : 8;
    const start = Math.abs(x - left) < reach;
    const end = Math.abs(x - right) < reach;
    if (x < left - reach || x > right + reach) act.centre(x);
    grip = { part: start === end ? "all" : start ? "start" : "end", x };
    strip.setPointerCapture(event.pointerId);
    act.begin();
  }

  function move(event) {
    if (!grip) return;
    const x = at(event);
    if (grip.part === "all") act.slide(x - grip.x);
    else act.stretch(grip.part, x);
    grip.x = x;
  }

  function up() {
    if (grip) act.settle();
    grip = null;
  }

  return listen(strip, { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up });
}

function listen(target, handlers, special = []) {
  const all = [...Object.entries(handlers).map(([type, handler]) => [type, handler, {}]), ...special];
  for (const [type, handler, options] of all) target.addEventListener(type, handler, options);
  return () => {
    for (const [type, handler, options] of all) target.removeEventListener(type, handler, options);
  };
}
