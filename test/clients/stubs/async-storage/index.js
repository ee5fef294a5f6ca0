'use strict'

// The phone's storage, in memory. `written` is what a test may look at.

const written = new Map()

exports.written = written
exports.default = {
  getItem: async key => written.get(key) ?? null,
  setItem: async (key, value) => void written.set(key, value),
  removeItem: async key => void written.delete(key),
  clear: async () => written.clear(),
}
