/** Text from a pipe, as much of it as a pasted message can have. */
const limit = 64 * 1024;

export async function readInput(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    const bytes = typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
    pieces.push(bytes);
    length += bytes.length;
    if (length >= limit) break;
  }
  return new TextDecoder().decode(Buffer.concat(pieces).subarray(0, limit));
}
