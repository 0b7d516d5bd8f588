/** Outlines on a 24 × 24 grid, drawn with a 2-unit pen. */
export const icons = {
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21v-1a6 6 0 0 1 6-6h4a6 6 0 0 1 6 6v1',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  repeat: 'M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5',
  tools: 'M14 6a4 4 0 0 1 5-3l-2.5 3 1.5 1.5 3-2.5a4 4 0 0 1-5 5L8 18a2.1 2.1 0 0 1-3-3z',
  report: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M2 21v-1a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v1M16 3.5a4 4 0 0 1 0 7.5M19 14.5a6 6 0 0 1 3 5.5v1',
  agency: 'M4 21V4h10v17M14 9h6v12M2 21h20M7.5 8h3M7.5 12h3M7.5 16h3M17 13h.01M17 17h.01',
  survey: 'M9 4h6v3H9zM7 5.5H5V20h14V5.5h-2M8.5 12h7M8.5 16h4',
  plus: 'M12 5v14M5 12h14',
  pin: 'M12 21s-7-6.3-7-11.3a7 7 0 0 1 14 0C19 14.7 12 21 12 21M12 12a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6',
  compass: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M15.5 8.5l-2 5-5 2 2-5z',
  up: 'M12 20V5M6 11l6-6 6 6',
  import: 'M12 4v11M7 10l5 5 5-5M4 20h16',
  camera: 'M3 8l12-4 3 5-12 4zM18 9l2.5 1-1 3.5-3-1.2M8 12.5V17a2 2 0 0 1-2 2H3M3 15v6',
  map: 'M9 4L3 6v14l6-2 6 2 6-2V4l-6 2zM9 4v14M15 6v14',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  filter: 'M4 6h16M7 12h10M10 18h4',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  print: 'M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
  door: 'M14 4H6v16h8M11 12h10M18 9l3 3-3 3',
  problem: 'M4 5h16v11h-9l-5 4v-4H4zM12 8v3M12 13.2v.1',
  letter: 'M4 5h16v14H4zM4 6l8 7 8-7',
  key: 'M15 13.5a5 5 0 1 0-4.5-4.5L3 16.5V21h4.5v-2.5H10V16h2.5zM16 8h.01',
  rounds: 'M8 4h8v3H8zM8 5H5v16h14V5h-3M8.5 13l2.5 2.5 4.5-4.5',
} as const

/** Name of an outline. */
export type IconName = keyof typeof icons
