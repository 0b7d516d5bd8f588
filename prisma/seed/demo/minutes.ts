/**
 * What the demo province is made from. Source: minutes of the Ang Thong provincial CCTV committee, meeting 1/2559,
 * 20 December 2016 (2559 BE).
 */
export const minutes = {
  provinceCode: '15',
  agenciesAnswered: 55,
  agenciesWithCameras: 43,
  cameras: 860,
  usable: 734,
  /** Broken, under repair or being replaced. */
  notUsable: 126,
  /** What the district offices answered: installation points, and how many of them work. By district code. */
  districtOffices: {
    1501: { points: 2, usable: 2 },
    1502: { points: 4, usable: 4 },
    1503: { points: 8, usable: 8 },
    1504: { points: 6, usable: 6 },
    1505: { points: 8, usable: 7 },
    1506: { points: 8, usable: 8 },
    1507: { points: 8, usable: 8 },
  } as Record<string, { points: number, usable: number }>,
  /** What single agencies said; a figure that was not given is left out. */
  statements: [
    { agency: 'แขวงทางหลวงชนบทอ่างทอง', cameras: 4 },
    { agency: 'สำนักงานศึกษาธิการจังหวัดอ่างทอง', cameras: 16, retentionDays: 3, linked: false },
    { agency: 'สำนักงานโยธาธิการและผังเมืองจังหวัดอ่างทอง', cameras: 4, linked: false },
    { agency: 'สำนักงานพาณิชย์จังหวัดอ่างทอง', cameras: 4, installed: '2016-08', maintenanceBaht: 0 },
    { agency: 'สำนักงานการท่องเที่ยวและกีฬาจังหวัดอ่างทอง', cameras: 12 },
    { agency: 'สำนักงานสถิติจังหวัดอ่างทอง', cameras: 0 },
    { agency: 'สำนักงานขนส่งจังหวัดอ่างทอง', cameras: 0 },
  ] as { agency: string, cameras: number, retentionDays?: number, linked?: boolean, installed?: string, maintenanceBaht?: number }[],
}
