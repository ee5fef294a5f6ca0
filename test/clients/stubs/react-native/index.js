'use strict'

// Just so much of React Native as Segment's SDK asks for, answering what a phone would answer.

const PHONE = {
  appName: 'Pikku Nalle',
  appVersion: '4.2.0',
  buildNumber: '421',
  bundleId: 'example.pikkunalle',
  locale: 'fi-FI',
  networkType: 'wifi',
  osName: 'iOS',
  osVersion: '18.1',
  screenHeight: 852,
  screenWidth: 393,
  screenDensity: 3,
  timezone: 'Europe/Helsinki',
  manufacturer: 'Apple',
  model: 'iPhone16,1',
  deviceName: 'Matin puhelin',
  deviceId: '5b0c1e3a-device-of-matti',
  deviceType: 'ios',
}

exports.Platform = { OS: 'ios', select: choices => choices.ios ?? choices.default }
exports.AppState = { currentState: 'active', addEventListener: () => ({ remove() {} }) }
exports.NativeModules = {
  AnalyticsReactNative: { getContextInfo: async () => PHONE },
  Sovran: { getConstants: () => ({ ON_STORE_ACTION: 'store-action' }) },
}
exports.NativeEventEmitter = class {
  addListener() {
    return { remove() {} }
  }
}
