/**
 * Every refusal a person can meet: HTTP status and the sentence in both languages, saying what to do next.
 * `{name}` is filled from the refusal's parameters.
 */
export const refusals = {
  notAllowed: {
    status: 403,
    th: 'เรื่องนี้เปิดให้เฉพาะผู้ที่เกี่ยวข้อง หากเป็นหน้าที่ของคุณ พิมพ์ “ลงทะเบียน” เพื่อขอสิทธิ์',
    en: 'Only the people in charge can do this. If it is your job, type “Register” to ask for access.',
  },
  notFound: {
    status: 404,
    th: 'ไม่พบรายการนี้ อาจถูกยกเลิกไปแล้ว พิมพ์ “ติดตามเรื่อง” เพื่อดูรายการของคุณ',
    en: 'This item was not found; it may have been cancelled. Type “My reports” to see yours.',
  },
  changedMeanwhile: {
    status: 409,
    th: 'มีผู้แก้ไขรายการนี้ระหว่างที่คุณกรอก ดูสิ่งที่เปลี่ยนไป แล้วเลือกว่าจะใช้ค่าใด',
    en: 'Somebody else changed this while you were editing. See what changed and choose which to keep.',
  },
  cursorUnknown: {
    status: 422,
    th: 'รายการนี้เปลี่ยนไปแล้ว เริ่มดูจากหน้าแรกอีกครั้ง',
    en: 'This list goes on no more. Begin again with its first page.',
  },
  cameraUnknown: {
    status: 404,
    th: 'ไม่พบกล้องนี้ในทะเบียน ตรวจรหัสอีกครั้ง หรือแตะ “ไม่พบในรายการ” เพื่อบอกสถานที่',
    en: 'This camera is not in the register. Check its code, or tap “Not listed” and describe the place.',
  },
  cameraRemoved: {
    status: 409,
    th: 'กล้อง {code} ถูกถอดถอนแล้ว หากยังเห็นกล้องอยู่ แตะ “ไม่พบในรายการ” เพื่อบอกสถานที่',
    en: 'Camera {code} has been removed. If you still see one there, tap “Not listed” and describe the place.',
  },
  siteUnknown: {
    status: 404,
    th: 'ไม่พบจุดติดตั้งนี้ กลับไปที่รายการแล้วเลือกอีกครั้ง',
    en: 'This installation point was not found. Go back to the list and choose again.',
  },
  siteRemoved: {
    status: 409,
    th: 'จุดติดตั้งนี้ถูกนำออกจากทะเบียนแล้ว นำกลับมาก่อน หรือเลือกจุดอื่น',
    en: 'This installation point was taken out of the register. Put it back first, or choose another one.',
  },
  siteNotEmpty: {
    status: 409,
    th: 'ยังมีกล้อง {cameras} ตัวที่จุดนี้ ย้ายหรือถอดถอนกล้องก่อน',
    en: 'There are still cameras here ({cameras}). Move or remove them first.',
  },
  siteElsewhere: {
    status: 409,
    th: 'จุดติดตั้งนี้เป็นของหน่วยงานอื่น เลือกจุดของหน่วยงานเดียวกัน',
    en: 'This installation point belongs to another agency. Choose one of the same agency.',
  },
  subdistrictUnknown: {
    status: 422,
    th: 'ไม่พบตำบลนี้ในจังหวัด เลือกจากรายการ',
    en: 'There is no such subdistrict in the province. Choose one from the list.',
  },
  cameraIsRemoved: {
    status: 409,
    th: 'กล้อง {code} ถูกถอดถอนแล้ว นำกลับมาก่อนจึงแก้ไขได้',
    en: 'Camera {code} has been removed. Put it back before you change it.',
  },
  statusByRepair: {
    status: 409,
    th: 'กล้อง {code} มีงานซ่อม {number} อยู่ สถานะเปลี่ยนตามงานซ่อม แก้ที่งานซ่อมนั้น',
    en: 'Camera {code} has the open repair {number}, and its status follows from that. Change it there.',
  },
  removedByRepair: {
    status: 409,
    th: 'กล้อง {code} มีงานซ่อม {number} อยู่ ปิดงานซ่อมนั้นก่อนจึงถอดถอนได้',
    en: 'Camera {code} has the open repair {number}. Finish that before you remove the camera.',
  },
  codesUsedUp: {
    status: 409,
    th: 'จังหวัดนี้ใช้รหัสกล้องครบ 99,999 ตัวแล้ว แจ้งผู้ดูแลระบบ',
    en: 'All 99,999 camera codes of this province are used. Tell whoever runs the system.',
  },
  roundOpen: {
    status: 409,
    th: 'จังหวัดนี้มีรอบสำรวจที่ยังไม่ปิด ({name}) ปิดรอบนั้นก่อน หรือแก้วันของรอบนั้น',
    en: 'A survey round of this province is not over yet ({name}). Close it first, or change its dates.',
  },
  roundDates: {
    status: 422,
    th: 'วันสุดท้ายต้องไม่อยู่ก่อนวันนี้และวันเปิดรอบ เลือกวันใหม่',
    en: 'The last day cannot lie before today or before the opening. Choose another day.',
  },
  roundClosed: {
    status: 409,
    th: 'รอบสำรวจนี้ปิดแล้ว จึงทำ “{move}” ไม่ได้ หากต้องแก้ไข ติดต่อสำนักงานจังหวัด',
    en: 'This survey round is closed, so “{move}” cannot be done. Ask the provincial office if something has to be changed.',
  },
  returnState: {
    status: 409,
    th: 'รายการนี้อยู่ในสถานะ “{state}” จึงทำ “{move}” ไม่ได้ โหลดหน้านี้ใหม่เพื่อดูสิ่งที่ทำได้',
    en: 'This return is “{state}”, so “{move}” cannot be done. Load the page again to see what can.',
  },
  returnErrors: {
    status: 409,
    th: 'ยังมีข้อมูลผิด {errors} แห่ง แก้ไขตามรายการก่อน แล้วส่งอีกครั้ง',
    en: 'There are {errors} errors left. Put them right as the list says, then hand in again.',
  },
  returnEmpty: {
    status: 409,
    th: 'ยังไม่มีกล้องในทะเบียนของหน่วยงาน เพิ่มกล้องก่อน หรือแตะ “แจ้งว่าไม่มีกล้อง”',
    en: 'The register has no camera of this agency yet. Add them first, or tap “We have none”.',
  },
  returnNotEmpty: {
    status: 409,
    th: 'ทะเบียนมีกล้องของหน่วยงาน {cameras} ตัว จึงแจ้งว่าไม่มีไม่ได้ หากไม่มีแล้ว ถอดถอนกล้องในทะเบียนก่อน',
    en: 'The register has {cameras} cameras of this agency, so it cannot have none. If they are gone, remove them there first.',
  },
  provinceUnknown: {
    status: 404,
    th: 'ไม่พบจังหวัดนี้ เลือกจังหวัดจากรายการ',
    en: 'There is no such province. Choose one from the list.',
  },
  withdrawTooLate: {
    status: 409,
    th: 'แจ้งหน่วยงานแล้ว จึงยกเลิก {number} ไม่ได้ หากแจ้งผิดหรือกล้องใช้ได้แล้ว แตะ “เพิ่มรายละเอียด” แล้วบอกหน่วยงานได้เลย',
    en: 'The agency has been told, so {number} cannot be undone. If it was a mistake or the camera works again, tap “Add details” and tell them.',
  },
  changeTooLate: {
    status: 409,
    th: 'แจ้งหน่วยงานแล้ว จึงแก้ไข {number} ไม่ได้ แตะ “เพิ่มรายละเอียด” เพื่อบอกข้อมูลที่ถูกต้อง',
    en: 'The agency has been told, so {number} cannot be changed. Tap “Add details” and write what is right.',
  },
  reportOver: {
    status: 409,
    th: 'เรื่องนี้จบแล้ว ({state}) จึงเพิ่มข้อมูลไม่ได้ หากกล้องยังเสียอยู่ พิมพ์ “แจ้งกล้องเสีย”',
    en: 'This matter is over ({state}), so nothing can be added. If the camera is still broken, type “Report a broken camera”.',
  },
  tooManyPhotos: {
    status: 409,
    th: 'แนบภาพได้ไม่เกิน {limit} ภาพ ภาพที่ส่งมาก่อนเก็บไว้แล้ว',
    en: 'At most {limit} photos can be attached. Those sent before are kept.',
  },
  verdictNotYet: {
    status: 409,
    th: 'เรื่องนี้ยังไม่ต้องยืนยัน (สถานะ: {state}) เมื่อซ่อมเสร็จเราจะถามคุณอีกครั้ง พิมพ์ “ติดตามเรื่อง” เพื่อดูความคืบหน้า',
    en: 'There is nothing to confirm yet (it is: {state}). We will ask you once it is repaired. Type “My reports” to see how it goes.',
  },
  reportAgain: {
    status: 409,
    th: 'เรื่องนี้ปิดแล้ว จึงเปิดอีกครั้งไม่ได้ (เปิดได้ภายใน {days} วันหลังปิด และเมื่อยังไม่มีผู้แจ้งใหม่) พิมพ์ “แจ้งกล้องเสีย” เพื่อแจ้งอีกครั้ง',
    en: 'This matter is closed and cannot be opened again (only within {days} days of closing, and while nobody has reported it anew). Type “Report a broken camera” to report it again.',
  },
  starsNotYet: {
    status: 409,
    th: 'ให้ดาวได้เมื่อคุณยืนยันแล้วว่ากล้องใช้ได้ แตะ “ใช้ได้แล้ว” ก่อน',
    en: 'Stars can be given once you have said that the camera works. Tap “It works now” first.',
  },
  workOrderState: {
    status: 409,
    th: 'งานซ่อมนี้อยู่ในสถานะ “{state}” จึงทำ “{move}” ไม่ได้ พิมพ์ “งานของฉัน” เพื่อดูสิ่งที่ทำได้ตอนนี้',
    en: 'This work order is “{state}”, so “{move}” cannot be done. Type “My work” to see what can be done now.',
  },
  workOrderMoved: {
    status: 409,
    th: 'มีผู้อื่นทำไปก่อนแล้ว งานซ่อมนี้เป็น “{state}” ดูข้อมูลล่าสุด แล้วเลือกสิ่งที่ทำได้ตอนนี้',
    en: 'Somebody else was first: this work order is “{state}”. Look at it again and choose what can be done now.',
  },
  noAgencyYet: {
    status: 409,
    th: 'ยังไม่มีหน่วยงานรับผิดชอบเรื่องนี้ แตะ “ส่งต่อหน่วยงานอื่น” เพื่อเลือกหน่วยงานก่อน',
    en: 'No agency is responsible for this yet. Tap “Forward” and choose one first.',
  },
  assigneeUnknown: {
    status: 409,
    th: 'มอบหมายให้คนนี้ไม่ได้ เลือกช่างหรือเจ้าหน้าที่ของหน่วยงานจากรายการ',
    en: 'It cannot be given to this person. Choose a technician or an official of the agency from the list.',
  },
  agencyUnknown: {
    status: 404,
    th: 'ไม่พบหน่วยงานนี้ในจังหวัด เลือกจากรายการ หรือพิมพ์ชื่ออีกครั้ง',
    en: 'There is no such agency in the province. Choose from the list or type the name again.',
  },
  agencyExists: {
    status: 409,
    th: 'จังหวัดมีหน่วยงานชื่อ “{name}” อยู่แล้ว ใช้หน่วยงานนั้น หรือเพิ่มคำให้ต่างกัน เช่น ชื่ออำเภอ',
    en: 'The province has an agency called “{name}” already. Use that one, or add a word that tells them apart, such as the district.',
  },
  agencyInUse: {
    status: 409,
    th: 'ลบ “{name}” ไม่ได้ เพราะมีคน กล้อง งาน หรือข้อมูลที่ส่งแล้วอยู่กับหน่วยงานนี้ ย้ายออกก่อน หรือแก้ไขชื่อแทน',
    en: '“{name}” cannot be removed: people, cameras, work or returns belong to it. Move them first, or change its name instead.',
  },
  districtUnknown: {
    status: 422,
    th: 'ไม่พบอำเภอนี้ในจังหวัด เลือกจากรายการ',
    en: 'There is no such district in the province. Choose one from the list.',
  },
  agencySame: {
    status: 409,
    th: 'เรื่องนี้อยู่กับหน่วยงานนี้แล้ว เลือกหน่วยงานอื่น',
    en: 'It is with this agency already. Choose another one.',
  },
  duplicateUnknown: {
    status: 404,
    th: 'ไม่พบงานซ่อมหมายเลขนี้ในจังหวัด ตรวจเลขที่ขึ้นต้นด้วย W หรือ F อีกครั้ง',
    en: 'There is no such work order in the province. Check the number that begins with W or F.',
  },
  duplicateItself: {
    status: 409,
    th: 'หมายเลขนี้คืองานนี้เอง พิมพ์หมายเลขของอีกงานหนึ่ง',
    en: 'That is the number of this very work order. Type the number of the other one.',
  },
  photoNeeded: {
    status: 409,
    th: 'ต้องมีภาพหลังซ่อมอย่างน้อย 1 ภาพ ส่งภาพก่อน แล้วแตะ “ซ่อมเสร็จ” อีกครั้ง',
    en: 'At least one photo taken after the repair is needed. Send it first, then tap “Repaired” again.',
  },
  agencyNeeded: {
    status: 422,
    th: 'บทบาทนี้ต้องสังกัดหน่วยงาน เลือกหน่วยงานก่อน',
    en: 'This role belongs to an agency. Choose the agency first.',
  },
  invitationUnknown: {
    status: 404,
    th: 'ไม่พบรหัสเชิญนี้ ตรวจดูทีละตัวอักษร หรือขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This invitation code was not found. Check it letter by letter, or ask the provincial secretary for a new one.',
  },
  invitationPause: {
    status: 429,
    th: 'ใส่รหัสผิดหลายครั้ง รออีก {minutes} นาทีแล้วลองใหม่ หรือขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'Too many wrong codes. Wait {minutes} more minutes and try again, or ask the provincial secretary for a new one.',
  },
  invitationExpired: {
    status: 410,
    th: 'รหัสเชิญนี้หมดอายุแล้ว ขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This invitation code has expired. Ask the provincial secretary for a new one.',
  },
  invitationUsedUp: {
    status: 410,
    th: 'รหัสเชิญนี้ใช้ครบจำนวนคนแล้ว ขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This invitation code has been used by as many people as it was for. Ask the provincial secretary for a new one.',
  },
  invitationRevoked: {
    status: 410,
    th: 'รหัสเชิญนี้ถูกยกเลิกแล้ว ขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This invitation code was withdrawn. Ask the provincial secretary for a new one.',
  },
  membershipSuspended: {
    status: 403,
    th: 'สิทธิ์นี้ของคุณถูกระงับอยู่ ติดต่อผู้ดูแลระดับจังหวัดเพื่อขอเปิดใช้อีกครั้ง',
    en: 'This role of yours is suspended. Ask the provincial secretary to restore it.',
  },
  onlyPoliceSupervise: {
    status: 409,
    th: 'ตั้งให้อนุมัติคำขอดูภาพได้เฉพาะตำรวจ เลือกหน้าที่ “ตำรวจ” ของคนนี้หรือคนอื่น',
    en: 'Only a police officer can approve requests for footage. Choose somebody’s role of police officer.',
  },
  suspendedSupervisor: {
    status: 409,
    th: 'หน้าที่นี้ถูกระงับอยู่ เปิดใช้อีกครั้งก่อน แล้วจึงตั้งให้อนุมัติคำขอดูภาพ',
    en: 'This role is suspended. Restore it first, then let them approve requests for footage.',
  },
  ownMembership: {
    status: 409,
    th: 'ระงับสิทธิ์ของตนเองไม่ได้ ให้ผู้ดูแลระดับจังหวัดคนอื่นดำเนินการ',
    en: 'You cannot suspend your own role. Another secretary of the province can.',
  },
  memberThere: {
    status: 409,
    th: 'ผู้ใช้คนนี้มีสิทธิ์นี้ในหน่วยงานนั้นอยู่แล้ว หากไม่ต้องการสิทธิ์เดิม ให้ระงับสิทธิ์เดิม',
    en: 'This person already has the role in that agency. Suspend the old role if it is no longer needed.',
  },
  alreadyMember: {
    status: 409,
    th: 'คุณมีสิทธิ์นี้อยู่แล้ว ใช้เมนูด้านล่างได้เลย',
    en: 'You already have this role. Use the menu below.',
  },
  accessAlreadyAsked: {
    status: 409,
    th: 'คุณขอสิทธิ์นี้ไว้แล้ว รอผู้ดูแลระดับจังหวัดพิจารณา',
    en: 'You have already asked for this role. The provincial secretary will decide.',
  },
  accessTooMany: {
    status: 429,
    th: 'คุณมีคำขอที่รอพิจารณาครบ {most} เรื่องแล้ว รอผลก่อนจึงขอเพิ่มได้',
    en: 'You have {most} requests waiting. Wait for their answers before asking for more.',
  },
  accessDecided: {
    status: 409,
    th: 'คำขอนี้มีผู้พิจารณาไปแล้ว',
    en: 'Somebody has already decided this request.',
  },
  reasonNeeded: {
    status: 422,
    th: 'บอกเหตุผลที่ไม่อนุมัติ เพื่อให้ผู้ขอทราบว่าต้องทำอย่างไร',
    en: 'Say why you refuse, so that the person knows what to do.',
  },
  groupTaken: {
    status: 409,
    th: 'กลุ่มนี้รับงานของ{agency}อยู่แล้ว ใช้กลุ่มอื่น หรือให้บัญชีนี้ออกจากกลุ่มแล้วเชิญใหม่',
    en: 'This group already receives the work of {agency}. Use another group, or remove the account from this one and invite it again.',
  },
  importState: {
    status: 409,
    th: 'การนำเข้านี้อยู่ในสถานะ “{state}” จึงทำขั้นตอนนี้ไม่ได้ เปิดรายการนำเข้าเพื่อดูสิ่งที่ทำได้ตอนนี้',
    en: 'This import is “{state}”, so that cannot be done. Open the list of imports to see what can be done now.',
  },
  importNothing: {
    status: 409,
    th: 'ไม่มีกล้องใหม่หรือกล้องที่เปลี่ยนแปลงให้นำเข้า แก้ไขบรรทัดที่ผิดก่อน หรือเลือกไฟล์อื่น',
    en: 'There is nothing new or changed to import. Correct the rows that are wrong, or choose another file.',
  },
  importTooLong: {
    status: 413,
    th: 'ไฟล์มีเกิน {most} บรรทัด แบ่งเป็นหลายไฟล์แล้วนำเข้าทีละไฟล์',
    en: 'The file has more than {most} rows. Divide it into several files and import them one by one.',
  },
  importIncomplete: {
    status: 409,
    th: 'ส่งไฟล์มาไม่ครบ ({have} จาก {total} บรรทัด) เลือกไฟล์เดิมอีกครั้งเพื่อส่งส่วนที่เหลือ',
    en: 'The file has not come whole ({have} of {total} rows). Choose it again to send the rest.',
  },
  importCodesUsedUp: {
    status: 409,
    th: 'รหัสกล้องของจังหวัดเหลือ {left} รหัส ไม่พอสำหรับกล้องใหม่ {wanted} ตัว แบ่งไฟล์ให้เล็กลง หรือติดต่อผู้ดูแลระบบ',
    en: 'The province has {left} camera codes left, not enough for {wanted} new cameras. Make the file smaller, or ask whoever runs the system.',
  },
  footageNotFound: {
    status: 404,
    th: 'ไม่พบคำขอดูภาพนี้ หรือไม่ใช่คำขอถึงคุณ พิมพ์ “คำขอของฉัน” หรือ “คำขอที่ได้รับ” เพื่อดูรายการของคุณ',
    en: 'This request for footage was not found, or is not yours. Type “My requests” or “Requests to me” to see yours.',
  },
  footageCameraUnknown: {
    status: 404,
    th: 'ไม่พบกล้อง {code} ในจังหวัดของคุณ ตรวจรหัสอีกครั้ง หรือส่งตำแหน่งเพื่อดูกล้องที่อยู่ใกล้',
    en: 'There is no camera {code} in your province. Check its code, or send a location to see those nearby.',
  },
  footageOtherProvince: {
    status: 403,
    th: 'กล้อง {code} อยู่ต่างจังหวัด ขอได้เฉพาะกล้องในจังหวัดของสถานีคุณ ประสานสถานีในจังหวัดนั้น หรือเลือกกล้องอื่น',
    en: 'Camera {code} is in another province. You can ask only in that of your station: contact a station there, or choose another camera.',
  },
  footageCameraRemoved: {
    status: 409,
    th: 'กล้อง {code} ถูกถอดถอนแล้ว เลือกกล้องอื่น',
    en: 'Camera {code} has been removed. Choose another one.',
  },
  footageOwnCamera: {
    status: 409,
    th: 'กล้อง {code} อยู่ในความดูแลของคุณเอง เปิดดูภาพได้โดยไม่ต้องขอ แล้วพิมพ์ “บันทึกการขอดูภาพ” เพื่อบันทึกผล',
    en: 'You keep camera {code} yourself and need not ask. Look at it, then type “Log a request already made”.',
  },
  footagePaused: {
    status: 409,
    th: 'เจ้าของกล้อง {code} ขอพักการติดต่อไว้ก่อน เลือกกล้องอื่น',
    en: 'The owner of camera {code} does not want to be contacted for now. Choose another one.',
  },
  footageTooMany: {
    status: 422,
    th: 'ขอได้ไม่เกิน {most} กล้องต่อคำขอ เลือกที่สำคัญที่สุดก่อน ที่เหลือส่งเป็นอีกคำขอหนึ่ง',
    en: 'At most {most} cameras in one request. Choose the most important ones, and ask for the others in another request.',
  },
  footageFuture: {
    status: 422,
    th: 'เวลานี้ยังมาไม่ถึง เลือกช่วงเวลาที่ผ่านมาแล้ว',
    en: 'That time has not come yet. Choose a time that is over.',
  },
  footageEndFirst: {
    status: 422,
    th: 'เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม ถ้าข้ามเที่ยงคืน พิมพ์วันที่ทั้งสองด้าน เช่น 20/11/2569 23:30 - 21/11/2569 00:30',
    en: 'The end must come after the beginning. Across midnight type both days, such as 20/11/2026 23:30 - 21/11/2026 00:30.',
  },
  footageTooLong: {
    status: 422,
    th: 'ขอได้ครั้งละไม่เกิน {hours} ชั่วโมง เลือกช่วงที่สั้นลง หรือส่งเป็นหลายคำขอ',
    en: 'At most {hours} hours at a time. Choose a shorter time, or send several requests.',
  },
  footageTooManyMinutes: {
    status: 422,
    th: 'ขอได้ครั้งละไม่เกิน {minutes} นาที เลือกช่วงที่สั้นลง หรือส่งเป็นหลายคำขอ',
    en: 'At most {minutes} minutes at a time. Choose a shorter time, or send several requests.',
  },
  footageAgain: {
    status: 409,
    th: 'คุณขอภาพช่วงเวลานี้จากกล้อง {code} ไว้แล้วในคำขอ {number} พิมพ์เลขนั้นเพื่อดู หรือเลือกกล้องหรือเวลาอื่น',
    en: 'You have asked camera {code} for that time already, in {number}. Type that number to see it, or choose another camera or time.',
  },
  footageAnswered: {
    status: 409,
    th: 'ตอบคำขอนี้แล้ว (“{state}”) จึงตอบ “{move}” ไม่ได้ หากมีอะไรเปลี่ยนไป ส่งข้อความถึงผู้ขอ',
    en: 'This was answered already (“{state}”), so “{move}” cannot be. If something has changed, send the officer a message.',
  },
  footageCancelled: {
    status: 409,
    th: 'ตำรวจยกเลิกคำขอ {number} แล้ว ไม่ต้องดำเนินการ',
    en: 'The police have cancelled {number}. Nothing need be done.',
  },
  footageExpired: {
    status: 409,
    th: 'คำขอ {number} เลยเวลาแล้ว หากยังมีภาพอยู่ โทรแจ้งสถานีตำรวจที่ขอ',
    en: 'The time for {number} is over. If you still have the recording, call the station that asked.',
  },
  footagePast: {
    status: 422,
    th: 'เวลานัดต้องเป็นเวลาที่ยังมาไม่ถึง เลือกใหม่',
    en: 'The appointment must lie ahead. Choose another time.',
  },
  footageOver: {
    status: 409,
    th: 'คำขอ {number} จบแล้ว ({state}) จึงเปลี่ยนไม่ได้',
    en: '{number} is over ({state}) and cannot be changed.',
  },
  footageWaits: {
    status: 409,
    th: 'คำขอ {number} ยังรออนุมัติ ยังไม่ได้ถามผู้ดูแลกล้อง รอผลอนุมัติ หรือยกเลิกคำขอ',
    en: '{number} waits for approval, and nobody has been asked yet. Wait for that, or cancel it.',
  },
  footageNoSupervisor: {
    status: 409,
    th: 'จังหวัดกำหนดให้มีผู้อนุมัติคำขอดูภาพก่อน แต่สถานีของคุณยังไม่มีผู้อนุมัติ แจ้งผู้ดูแลระดับจังหวัดให้กำหนดผู้อนุมัติ แล้วส่งคำขออีกครั้ง',
    en: 'In this province a supervisor approves requests for footage first, but your station has none. Ask the provincial secretary to name one, then send it again.',
  },
  footageDecided: {
    status: 409,
    th: 'คำขอ {number} ไม่รออนุมัติแล้ว ({state})',
    en: '{number} does not wait for approval any more ({state}).',
  },
  footageDecideOwn: {
    status: 409,
    th: 'อนุมัติคำขอของตัวเองไม่ได้ ให้ผู้อนุมัติคนอื่นของสถานีอนุมัติ หรือยกเลิกแล้วส่งใหม่',
    en: 'You cannot decide about your own request. Let another supervisor of the station do it, or cancel it and send it anew.',
  },
  footageOfficerGone: {
    status: 409,
    th: 'ผู้ขอของคำขอ {number} ถูกระงับสิทธิ์หรือย้ายสถานีแล้ว จึงอนุมัติไม่ได้ เลือก “ไม่อนุมัติ” แล้วให้ผู้ขอที่มีสิทธิ์ส่งคำขอใหม่',
    en: 'Who asked for {number} is suspended, or has left the station, so it cannot be approved. Choose “Do not approve”, and let somebody else ask anew.',
  },
  footageItemState: {
    status: 409,
    th: 'กล้องนี้เป็น “{state}” แล้ว จึงทำ “{move}” ไม่ได้',
    en: 'This camera is “{state}” already, so “{move}” cannot be done.',
  },
  footageTalkOver: {
    status: 409,
    th: 'เรื่องของกล้องนี้จบแล้ว จึงส่งข้อความไม่ได้ หากจำเป็น ติดต่อหน่วยงานหรือสถานีโดยตรง',
    en: 'The matter of this camera is over, so no message can be sent. Contact the agency or station directly if needed.',
  },
  footageUndoLate: {
    status: 409,
    th: 'เลย 2 นาทีแล้ว จึงเลิกทำ {number} ไม่ได้',
    en: 'Two minutes are over, so {number} cannot be undone.',
  },
  apiKeyTooMany: {
    status: 409,
    th: 'จังหวัดมีกุญแจที่ใช้ได้ครบ {most} ดอกแล้ว ยกเลิกดอกที่ไม่ใช้ก่อน แล้วสร้างใหม่',
    en: 'The province has {most} keys in use, which is all it can have. Revoke one that is not needed, then make the new one.',
  },
  otherProvince: {
    status: 403,
    th: 'กุญแจนี้อ่านได้เฉพาะจังหวัดรหัส {province} ขอกุญแจของจังหวัดอื่นจากผู้ดูแลระดับจังหวัดนั้น',
    en: 'This key reads the province {province} alone. Ask the secretary of the other province for a key of theirs.',
  },
  placeOutside: {
    status: 422,
    th: 'ตำแหน่งนี้อยู่นอกจังหวัดที่ใช้ระบบ ตรวจตำแหน่งแล้วส่งใหม่',
    en: 'That place is outside the provinces that use this system. Check the place and send it again.',
  },
  consentOutdated: {
    status: 409,
    th: 'ข้อความยินยอมมีการแก้ไข พิมพ์ “ลงทะเบียนกล้อง” เพื่ออ่านฉบับใหม่',
    en: 'The text you agreed to has changed. Type “Register a camera” to read the new one.',
  },
  contactUnreadable: {
    status: 409,
    th: 'เปิดข้อมูลติดต่อนี้ไม่ได้ ให้เจ้าของกล้องแก้ชื่อและเบอร์โทรใหม่ใน “กล้องของฉัน”',
    en: 'This contact cannot be opened. The owner can enter name and number again under “My cameras”.',
  },
  ownCamerasMany: {
    status: 409,
    th: 'ลงทะเบียนกล้องได้คนละไม่เกิน {most} ตัว นำตัวที่เลิกใช้ออกก่อนใน “กล้องของฉัน”',
    en: 'One person can register at most {most} cameras. First take out one that is no longer used, under “My cameras”.',
  },
  ownCameraDeclined: {
    status: 409,
    th: 'กล้องตัวนี้ไม่ผ่านการตรวจแล้ว จึงแก้ไขไม่ได้ นำออกแล้วลงทะเบียนใหม่ได้',
    en: 'This camera was declined, so it cannot be changed. Take it out and register it again.',
  },
  privateRepair: {
    status: 409,
    th: 'กล้องนี้เป็นของเอกชน เจ้าของเป็นผู้ซ่อม จึงส่งต่อให้หน่วยงานไม่ได้',
    en: 'This camera is a private one and its owner repairs it: it cannot be forwarded to an agency.',
  },
  ownCheck: {
    status: 403,
    th: 'กล้องตัวนี้เป็นของคุณเอง ต้องให้ผู้อื่นเป็นผู้ตรวจ',
    en: 'This camera is your own: somebody else has to check it.',
  },
  checkDecided: {
    status: 409,
    th: 'กล้อง {code} มีผู้ตรวจไปแล้ว ไม่ต้องทำอะไรต่อ',
    en: 'Camera {code} has been checked by somebody already. Nothing more to do.',
  },
  cooperationUnknown: {
    status: 404,
    th: 'ไม่พบคำขอความร่วมมือนี้ อาจสิ้นสุดแล้ว พิมพ์ “ความร่วมมือ” เพื่อดูรายการของคุณ',
    en: 'There is no such request, or it has ended. Type “Co-operation” to see yours.',
  },
  cooperationState: {
    status: 409,
    th: 'ทำไม่ได้แล้ว คำขอนี้ {state} พิมพ์ “ความร่วมมือ” เพื่อดูรายการของคุณ',
    en: 'That cannot be done any more. The request stands at “{state}”. Type “Co-operation” to see yours.',
  },
  cooperationOwn: {
    status: 409,
    th: 'กล้องนี้อยู่ในความดูแลของคุณเอง หันกล้องแล้วแก้ทิศในทะเบียนได้เลย',
    en: 'You keep this camera yourself: turn it, and change its direction in the register.',
  },
  cooperationFar: {
    status: 422,
    th: 'จุดนี้ไกลจากกล้องเกินไป เลือกจุดที่ห่างไม่เกิน {metres} เมตร',
    en: 'That point is too far from the camera. Choose one at most {metres} metres away.',
  },
  cooperationSame: {
    status: 422,
    th: 'กล้อง {code} หันไปทางนั้นอยู่แล้ว เลือกทิศอื่น',
    en: 'Camera {code} looks there already. Choose another direction.',
  },
  cooperationOpen: {
    status: 409,
    th: 'มีคำขอแบบเดียวกันถึงกล้องนี้รออยู่แล้ว รอคำตอบก่อน',
    en: 'The same was asked of this camera, and is open. Wait for the answer.',
  },
  cooperationResting: {
    status: 409,
    th: 'เพิ่งมีการขอแบบเดียวกันกับกล้องนี้ เพื่อไม่รบกวน ขอใหม่ได้ตั้งแต่ {until}',
    en: 'The same was asked of this camera not long ago. So as not to trouble anybody, ask again from {until}.',
  },
  cooperationMany: {
    status: 409,
    th: 'คุณมีคำขอที่รออยู่ {most} รายการแล้ว ยกเลิกรายการที่ไม่ต้องการก่อนใน “ความร่วมมือ”',
    en: 'You have {most} open requests. First take back those that are not needed, under “Co-operation”.',
  },
  pauseTooLong: {
    status: 422,
    th: 'เลือกวันที่ตั้งแต่พรุ่งนี้ ไม่เกิน 1 ปี',
    en: 'Choose a day from tomorrow on, at most a year ahead.',
  },
} as const
