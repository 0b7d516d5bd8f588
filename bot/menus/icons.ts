import type { Word } from './menus'

/** One line drawing for each word that may stand in a menu: the inside of an SVG of 48 × 48, drawn with a stroke. */
export const icons: Partial<Record<Word, string>> = {
  report: '<path d="m9 9 24 6.4-3.6 13.4-24-6.4z"/><path d="m32.2 18.4 6 1.6-2 7.6-6-1.6"/><path d="M15 25v7.500a3.5 3.5 0 0 1-3.5 3.500H5"/><path d="M5 31.500v9"/><path d="M42 6v7.5"/><path d="M42 18.500v.1"/>',
  track: '<path d="M13 8h22a3 3 0 0 1 3 3v13"/><path d="M10 11a3 3 0 0 1 3-3"/><path d="M10 11v26a3 3 0 0 0 3 3h8"/><path d="M17 16h14M17 23h9M17 30h5"/><circle cx="33" cy="33" r="8"/><path d="M33 28.500V33l3 2"/>',
  help: '<circle cx="24" cy="24" r="17"/><path d="M18.5 19.500a5.5 5.5 0 1 1 8 4.900c-1.8 1-2.5 2-2.5 4.1"/><path d="M24 34v.1"/>',
  register: '<circle cx="20" cy="16" r="7.5"/><path d="M6 40c0-8 6-13 14-13 3 0 5.7.7 8 2"/><path d="M36 28v12M30 34h12"/>',
  language: '<circle cx="24" cy="24" r="17"/><path d="M7 24h34"/><ellipse cx="24" cy="24" rx="7.5" ry="17"/>',
  myWork: '<rect x="9" y="10" width="30" height="32" rx="3"/><path d="M18 6h12v8H18z"/><path d="m15.5 22.5 2.5 2.5 4-4.500M27 23h6.500M15.5 32.5 18 35l4-4.500M27 33h6.5"/>',
  overview: '<path d="M6 41h36"/><path d="M10 41V28h6v13M21 41V12h6v29M32 41V20h6v21"/>',
  propose: '<path d="M24 43S10 29.5 10 19.500a14 14 0 0 1 28 0C38 29.5 24 43 24 43z"/><path d="M24 13v13M17.5 19.500h13"/>',
  proposals: '<path d="M17 34S7 24.5 7 17a10 10 0 0 1 20 0c0 7.5-10 17-10 17z"/><circle cx="17" cy="17" r="3.500"/><path d="M32 16h10M30 24h12M26 32h16M18 41h24"/>',
  riskPoints: '<path d="M24 6 44 40H4z"/><path d="M24 18v11M24 34.500v.1"/>',
  problem: '<path d="M9 9h30a3 3 0 0 1 3 3v20a3 3 0 0 1-3 3H22l-9 8v-8H9a3 3 0 0 1-3-3V12a3 3 0 0 1 3-3z"/><path d="M24 15v8M24 28.500v.1"/>',
  problems: '<path d="M7 8h25a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H17l-7 6v-6H7a3 3 0 0 1-3-3V11a3 3 0 0 1 3-3z"/><path d="M11 15h17M11 21h11"/><path d="M40 17h1a3 3 0 0 1 3 3v13a3 3 0 0 1-3 3h-1v6l-7-6H20"/>',
  footage: '<rect x="5" y="12" width="26" height="24" rx="3"/><path d="m31 21 12-6v18l-12-6"/><path d="M14 19v10l8-5z"/>',
  nearMe: '<path d="M24 26s-6-5.500-6-10a6 6 0 0 1 12 0c0 4.500-6 10-6 10z"/><circle cx="24" cy="16" r="1.500"/><path d="M16 26.500c-5.500 1.200-9 3.400-9 6 0 4.100 7.600 7.500 17 7.500s17-3.400 17-7.500c0-2.600-3.500-4.800-9-6"/>',
  logFootage: '<rect x="9" y="8" width="30" height="34" rx="3"/><path d="M16 17h16M16 24h16"/><path d="m16 33 3 3 6-6"/>',
  myRequests: '<path d="M8 9h32v30H8z"/><path d="M8 18h32"/><path d="M15 25h10M15 31h6"/><circle cx="33" cy="30" r="4.500"/>',
  requestsToMe: '<path d="M6 27l7-17h22l7 17v12H6z"/><path d="M6 27h11a7 7 0 0 0 14 0h11"/>',
  accessRequests: '<circle cx="19" cy="16" r="7.5"/><path d="M5 40c0-8 6-13 14-13 2.8 0 5.3.6 7.5 1.7"/><path d="m29 35.5 4.5 4.500L43 30"/>',
  registerCamera: '<path d="m9 9 24 6.4-3.6 13.4-24-6.4z"/><path d="m32.2 18.4 6 1.6-2 7.6-6-1.6"/><path d="M15 25v7.500a3.5 3.5 0 0 1-3.5 3.500H5"/><path d="M5 31.500v9"/><path d="M36 33v12M30 39h12"/>',
  myCameras: '<path d="M8 20v20h32V20"/><path d="M5 20 9 8h30l4 12z"/><path d="m15 26 14 3.700-2 7.500-14-3.7z"/><path d="m28.5 31.500 4 1-1 4-4-1"/>',
  privacy: '<path d="M24 5 8 11v12c0 10 7 17 16 20 9-3 16-10 16-20V11z"/><path d="m16.500 24 5.500 5.500L32 19"/>',
  invite: '<rect x="6" y="11" width="36" height="26" rx="3"/><path d="m7 13 17 14 17-14"/>',
}
