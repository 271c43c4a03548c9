/**
 * The WebAssembly kernels and the memory they work in. A `Kernels` is one instance of the module over one memory; blocks of
 * that memory are handed out and taken back here, for all kernels alike.
 */
import { fail } from "../base/diagnostic.ts";
import { Blocks } from "./blocks.ts";
import { type KernelExports, kernelModules } from "./kernels.generated.ts";
import { type Memory, type Module, webAssembly } from "./web-assembly.ts";

/** The first address that is handed out; constants of the module lie below. */
const firstAddress = 65_536;
const pageBytes = 65_536;
const mostPages = 65_536;
/** A memory never shrinks: a larger one is left to the garbage collector after use. */
const mostKept = 64 * 2 ** 20;

/**
 * One instance of the kernels. A block of its memory is known by its address; a view of one is good until the next `take`,
 * because memory that is not shared moves when it grows.
 */
export class Kernels {
  readonly run: KernelExports;
  readonly memory: Memory;
  /** What threads instantiate over the same memory; none when it is not shared. */
  readonly sharedModule: Module | undefined;
  private readonly blocks = new Blocks(firstAddress);
  private known = false;

  private constructor(run: KernelExports, memory: Memory, sharedModule: Module | undefined) {
    this.run = run;
    this.memory = memory;
    this.sharedModule = sharedModule;
  }

  /** A new instance with memory of its own: shared where there is SharedArrayBuffer, unless told otherwise. */
  static load(options: { shared?: boolean } = {}): Kernels {
    const shared = options.shared ?? typeof SharedArrayBuffer === "function";
    const memory = new webAssembly.Memory({ initial: 2, maximum: mostPages, shared });
    const module = compiled(shared ? "shared" : "single");
    const instance = new webAssembly.Instance(module, { env: { memory } });
    // The type is generated from the compiler's declarations of this very module.
    return new Kernels(instance.exports as unknown as KernelExports, memory, shared ? module : undefined);
  }

  /** The address of `bytes` zeroed bytes, at a multiple of 64. Throws `kernels.memory` past 4 GiB. */
  take(bytes: number): number {
    const address = this.blocks.take(bytes);
    const end = this.blocks.end;
    const held = this.memory.buffer.byteLength;
    if (end > held) {
      try {
        this.memory.grow(Math.ceil((end - held) / pageBytes));
      } catch (error) {
        this.blocks.giveBack(address);
        fail("kernels.memory", { bytes, held, message: String(error) });
      }
    }
    new Uint8Array(this.memory.buffer, address, bytes).fill(0);
    return address;
  }

  giveBack(address: number): void {
    this.blocks.giveBack(address);
  }

  /** Takes back all that is handed out. */
  giveBackAll(): void {
    this.blocks.giveBackAll();
  }

  /** Whether this instance may be lent again: not once other threads know its memory. */
  get lendable(): boolean {
    return !this.known && this.memory.buffer.byteLength <= mostKept;
  }

  /** Says that other threads work in this memory, for as long as they please. */
  makeKnown(): void {
    this.known = true;
  }

  view(address: number, bytes: number): DataView {
    return new DataView(this.memory.buffer, address, bytes);
  }

  u8(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  u32(address: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  i32(address: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, length);
  }

  f32(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  f64(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length);
  }

  i64(address: number, length: number): BigInt64Array {
    return new BigInt64Array(this.memory.buffer, address, length);
  }
}

let idle: Kernels | undefined;

/**
 * Lends this thread's instance for the time of a call, and takes back whatever was taken in it. A fit costs no new memory then:
 * each one reserves gigabytes of address space, which thousands of small fits would use up before they are collected.
 *
 * ```ts
 * withKernels((kernels) => {
 *   const order = kernels.take(40);
 *   kernels.run.fillOrder(order, 10);
 *   return kernels.u32(order, 10).slice();
 * });
 * ```
 */
export function withKernels<T>(work: (kernels: Kernels) => T): T {
  const kernels = idle ?? Kernels.load();
  // One that is in use is lent to nobody else.
  idle = undefined;
  try {
    return work(kernels);
  } finally {
    kernels.giveBackAll();
    if (kernels.lendable) idle = kernels;
  }
}

const modules = new Map<keyof typeof kernelModules, Module>();

/** Compiled once a thread. */
function compiled(variant: keyof typeof kernelModules): Module {
  const known = modules.get(variant);
  if (known) return known;
  const bytes = Uint8Array.from(atob(kernelModules[variant]), (letter) => letter.charCodeAt(0));
  const module = new webAssembly.Module(bytes);
  modules.set(variant, module);
  return module;
}
