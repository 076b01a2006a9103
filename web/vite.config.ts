import { defineConfig } from 'vite'
import { ownLook } from './look/own-look.ts'

export default defineConfig({
  root: import.meta.dirname,
  // Addresses relative to the page: served at the root of the edge, or under /console/ on one machine.
  base: './',
  plugins: [ownLook()],
  build: {
    outDir: '../out/console',
    emptyOutDir: true,
    // Nothing inside the page but its own files: the security policy allows no data: addresses and no script in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
})
