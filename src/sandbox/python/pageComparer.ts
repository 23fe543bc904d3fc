/**
 * Compares two stretches of a WebAssembly memory, sixty-four bytes at a time: five times as fast as a loop
 * of JavaScript over the same memory, which would be most of what an invocation of Python costs.
 */

/**
 * @param a first address of one stretch. @param b of the other. @param end where the first stretch ends;
 * its length is a multiple of 64. @returns whether a byte differs.
 */
export type Differs = (a: number, b: number, end: number) => number;

/**
 * (module
 *   (import "e" "m" (memory 1))
 *   (func (export "d") (param $a i32) (param $b i32) (param $end i32) (result i32)
 *     (block $same (loop $next
 *       (br_if $same (i32.ge_u (local.get $a) (local.get $end)))
 *       (if (v128.any_true (v128.or … (v128.xor (v128.load offset=… (local.get $a)) (v128.load offset=… (local.get $b)))))
 *         (then (return (i32.const 1))))
 *       (local.set $a (i32.add (local.get $a) (i32.const 64)))
 *       (local.set $b (i32.add (local.get $b) (i32.const 64)))
 *       (br $next)))
 *     (i32.const 0)))
 */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const difference = (offset: number) =>
    [0x20, 0, 0xfd, 0, 4, offset, 0x20, 1, 0xfd, 0, 4, offset, 0xfd, 0x51] as const;
  const or = [0xfd, 0x50];
  const add64 = (local: number) => [0x20, local, 0x41, 0xc0, 0, 0x6a, 0x21, local];
  const body = [
    ...[0, 0x02, 0x40, 0x03, 0x40, 0x20, 0, 0x20, 2, 0x4f, 0x0d, 1],
    ...[...difference(0), ...difference(16), ...or],
    ...[...difference(32), ...or, ...difference(48), ...or],
    ...[0xfd, 0x53, 0x04, 0x40, 0x41, 1, 0x0f, 0x0b],
    ...[...add64(0), ...add64(1), 0x0c, 0, 0x0b, 0x0b, 0x41, 0, 0x0b],
  ];
  const code = [1, (body.length & 127) | 128, body.length >> 7, ...body];
  return Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 8, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f],
    ...[2, 8, 1, 1, 0x65, 1, 0x6d, 2, 0, 1],
    ...[3, 2, 1, 0],
    ...[7, 5, 1, 1, 0x64, 0, 0],
    ...[10, (code.length & 127) | 128, code.length >> 7, ...code],
  );
}

export function pageComparer(memory: WebAssembly.Memory): Differs {
  const module = new WebAssembly.Module(moduleBytes());
  return new WebAssembly.Instance(module, { e: { m: memory } }).exports.d as Differs;
}
