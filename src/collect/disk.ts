import {
  close,
  fdatasync,
  fstat,
  fsync,
  ftruncate,
  open,
  read,
  rename,
  statfs,
  unlink,
  write,
} from 'node:fs'

type Done = (error: Error | null) => void

/** Creates a file that must not exist yet; answers its descriptor, open to read and write. */
export function createFile(path: string): Promise<number> {
  return opened(path, 'wx+', 0o600)
}

/** Writes all the bytes at a place in the file. */
export async function writeFile(fd: number, bytes: Buffer, at: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const from = written
    written += await new Promise<number>((resolve, reject) => {
      write(fd, bytes, from, bytes.length - from, at + from, (error, count) =>
        error ? reject(error) : resolve(count),
      )
    })
  }
}

/** Resolves when everything written to the file survives a power cut. */
export function syncFile(fd: number): Promise<void> {
  return finished(done => fdatasync(fd, done))
}

/** Resolves when files made, renamed and removed in a folder stay so after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const fd = await opened(path, 'r')
  try {
    await finished(done => fsync(fd, done))
  } finally {
    await closeFile(fd)
  }
}

/** Cuts a file to a length. */
export function truncateFile(fd: number, bytes: number): Promise<void> {
  return finished(done => ftruncate(fd, bytes, done))
}

/** Cuts off a last line without its newline: a write that nobody was told had succeeded. */
export async function dropTornLine(path: string): Promise<void> {
  const fd = await opened(path, 'r+')
  try {
    const length = await lengthOf(fd)
    const whole = await endOfLastLine(fd, length)
    if (whole === length) return
    await truncateFile(fd, whole)
    await syncFile(fd)
  } finally {
    await closeFile(fd)
  }
}

/** Closes a descriptor. */
export function closeFile(fd: number): Promise<void> {
  return finished(done => close(fd, done))
}

/** Removes a file. */
export function removeFile(path: string): Promise<void> {
  return finished(done => unlink(path, done))
}

/** Moves a file within its file system. */
export function moveFile(from: string, to: string): Promise<void> {
  return finished(done => rename(from, to, done))
}

/** Bytes that this process may still write to the disk of a folder. */
export function freeBytes(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    statfs(path, (error, disk) => (error ? reject(error) : resolve(disk.bavail * disk.bsize)))
  })
}

const BACK_BYTES = 64 * 1024

async function endOfLastLine(fd: number, length: number): Promise<number> {
  for (let end = length; end > 0; end -= BACK_BYTES) {
    const from = Math.max(0, end - BACK_BYTES)
    const at = (await bytesOf(fd, from, end - from)).lastIndexOf('\n')
    if (at >= 0) return from + at + 1
  }
  return 0
}

function bytesOf(fd: number, from: number, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    read(fd, Buffer.alloc(count), 0, count, from, (error, got, bytes) =>
      error ? reject(error) : resolve(bytes.subarray(0, got)),
    )
  })
}

function lengthOf(fd: number): Promise<number> {
  return new Promise((resolve, reject) => {
    fstat(fd, (error, file) => (error ? reject(error) : resolve(file.size)))
  })
}

function opened(path: string, flags: string, mode?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    open(path, flags, mode, (error, fd) => (error ? reject(error) : resolve(fd)))
  })
}

function finished(work: (done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work(error => (error ? reject(error) : resolve()))
  })
}
