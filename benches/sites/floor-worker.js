// The floor: benches/floor over the whole file.
importScripts('floor.js');
const ready = wasm_bindgen('floor_bg.wasm');
onmessage = async ({ data }) => {
  await ready;
  const start = performance.now();
  const [rows, wrong, shared, sites] = wasm_bindgen.floor(new Uint8Array(data));
  postMessage({ rows, wrong, shared, sites, took: performance.now() - start });
};
