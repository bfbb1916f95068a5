import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const source = new URL('../src/multiply.wat', import.meta.url);

/** The WebAssembly of src/multiply.wat. */
export async function assembleMultiply(): Promise<Uint8Array> {
  const module = (await wabt()).parseWat('multiply.wat', readFileSync(source, 'utf8'), { simd: true });
  module.resolveNames();
  module.validate();
  return module.toBinary({}).buffer;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('../model/multiply.wasm', import.meta.url), await assembleMultiply());
}
