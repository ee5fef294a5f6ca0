'use strict'

// Node's own generator does what this package does on a phone.

if (typeof globalThis.crypto?.getRandomValues !== 'function')
  globalThis.crypto = require('node:crypto').webcrypto
