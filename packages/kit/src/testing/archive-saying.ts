const NAME = 'word/';

/** A ZIP with one empty entry, `word/`, whose directory says that it is this large, in bytes. */
export function archiveSaying(unpacked: number): Uint8Array {
  const local = Buffer.alloc(30 + NAME.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(NAME.length, 26);
  local.write(NAME, 30);
  const entry = Buffer.alloc(46 + NAME.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(NAME.length, 28);
  entry.write(NAME, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
