// Starts a worker, in place of the script that Trunk writes, which says nothing when the module cannot be fetched:
// an error outside of any promise is what the page hears of. `cargo xtask finish` fills in the worker's name.
//
// The page's content policy does not bind a worker where the host sends no headers. So, before a byte of a
// stranger's file is here, this takes away whatever could reach the network, keep something, or run text. What stays
// is named, and all else goes: a browser may have ways out that nobody knew of when this was written. (`import()` is
// no function and cannot be taken away; only text that is run could say it.)
'use strict';
importScripts('./{{worker}}.js');
(() => {
  const { setTimeout } = self;
  const start = wasm_bindgen;
  const module_or_path = fetch('./{{worker}}_bg.wasm');
  const kept = new Set((
    // The language's own, but for `eval` and `Function`.
    'Infinity NaN undefined globalThis isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI '
    + 'encodeURIComponent AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView '
    + 'Date Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Int8Array Int16Array Int32Array '
    + 'Intl Iterator JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set '
    + 'SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint8Array Uint8ClampedArray Uint16Array '
    + 'Uint32Array WeakMap WeakRef WeakSet WebAssembly '
    // What the worker speaks to its page by, and what its module is made of.
    + 'self constructor onmessage postMessage console TextDecoder TextEncoder Response crypto'
  ).split(' '));
  for (let object = self; object !== Object.prototype; object = Object.getPrototypeOf(object)) {
    for (const name of Reflect.ownKeys(object)) {
      if (typeof name !== 'string' || kept.has(name)) continue;
      if (!Reflect.deleteProperty(object, name)) Reflect.defineProperty(object, name, { value: undefined });
    }
  }
  for (const made of [function () {}, async function () {}, function* () {}, async function* () {}]) {
    Reflect.defineProperty(Object.getPrototypeOf(made), 'constructor', { value: undefined });
  }
  start({ module_or_path }).catch((error) => setTimeout(() => { throw error; }));
})();
