import { both } from './both'

/** The map. */
export const map = both({
  th: {
    title: 'แผนที่กล้อง',
    none: 'เครื่องนี้แสดงแผนที่ไม่ได้',
    noneHint: 'ใช้รายการแทนได้ ข้อมูลครบเหมือนกัน',
    notLoaded: 'โหลดแผนที่ไม่สำเร็จ ตรวจสัญญาณอินเทอร์เน็ต แล้วลองอีกครั้ง',
    zoomIn: 'ขยาย',
    zoomOut: 'ย่อ',
    north: 'หันทิศเหนือขึ้น',
    here: 'ตำแหน่งของฉัน',
    noHere: 'หาตำแหน่งไม่ได้ เปิดการเข้าถึงตำแหน่งในเครื่อง แล้วลองอีกครั้ง',
    about: 'ที่มาของแผนที่',
    metres: 'ม.',
    kilometres: 'กม.',
    inView: 'กล้องในแผนที่',
    pin: 'หมุด ลากหรือใช้ปุ่มลูกศรเพื่อย้าย',
    pinHere: 'ปักหมุดกลางแผนที่',
  },
  en: {
    title: 'Map of cameras',
    none: 'This device cannot show the map',
    noneHint: 'Use the list instead: it has everything.',
    notLoaded: 'The map was not loaded. Check your internet connection and try again.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    north: 'Turn north up',
    here: 'My position',
    noHere: 'Your position is not known. Allow this device to use it, then try again.',
    about: 'Where the map is from',
    metres: 'm',
    kilometres: 'km',
    inView: 'Cameras on the map',
    pin: 'Pin: drag it, or move it with the arrow keys',
    pinHere: 'Put the pin in the middle',
  },
})
