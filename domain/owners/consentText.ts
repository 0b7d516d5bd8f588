import type { Label } from '../labels/label'

/** Version of the texts below: a new one for every change of what is said. */
export const consentVersion = '2'

/** What is asked first, in short. */
export const shortConsent: Label = {
  th: [
    'กล้องของคุณช่วยตำรวจหาคนร้ายได้ ก่อนลงทะเบียนโปรดทราบ',
    '• เก็บอะไร: ชื่อร้านหรือบ้าน ตำแหน่ง ทิศและมุมที่กล้องเห็น ใช้งานได้หรือไม่ จำนวนวันที่เก็บภาพ ชื่อ เบอร์โทร และรูปมุมกล้อง (ถ้าส่ง) ไม่มีการเก็บหรือดึงวิดีโอ',
    '• ใครเห็น: ตำรวจในจังหวัดที่ได้รับอนุมัติ และสำนักงานจังหวัด เท่านั้น ทุกครั้งที่เปิดดูข้อมูลติดต่อจะบันทึกไว้ให้คุณตรวจได้',
    '• ใช้ทำอะไร: ขอความร่วมมือดูภาพเมื่อมีเหตุ คุณไม่สะดวกก็ปฏิเสธได้เสมอ',
    '• ถอนเมื่อไรก็ได้ ใน “ความเป็นส่วนตัว” ข้อมูลของคุณจะถูกลบ',
  ].join('\n'),
  en: [
    'Your camera can help the police. Before you register it:',
    '• What is kept: name of the shop or home, place, where the camera looks and how far, whether it works, days of recording, your name, telephone number, and a photo of the view if you send one. Never any video.',
    '• Who sees it: approved police officers of the province and the provincial office, nobody else. Each look at your contact is written down for you to see.',
    '• What for: to ask for your help with a recording when something happened. You may always say no.',
    '• You can withdraw at any time under “Privacy”, and your data is erased.',
  ].join('\n'),
}

/** All of it. */
export const fullConsent: Label = {
  th: [
    `หนังสือยินยอมให้เก็บรวบรวม ใช้ และเปิดเผยข้อมูลส่วนบุคคล (ฉบับที่ ${consentVersion})`,
    '1. ผู้ควบคุมข้อมูล คือสำนักงานจังหวัดของจังหวัดที่กล้องตั้งอยู่ การประมวลผลอาศัยความยินยอมตามมาตรา 19 แห่งพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562',
    '2. ข้อมูลที่เก็บ ได้แก่ บัญชี LINE ที่ใช้ลงทะเบียน ชื่อและที่อยู่ของสถานที่ พิกัด ทิศ มุม และระยะที่กล้องเห็น ใช้งานได้หรือไม่ ในหรือนอกอาคาร จำนวนวันที่เก็บภาพ ผู้ที่เปิดภาพได้ ชื่อผู้ติดต่อ เบอร์โทรศัพท์ เวลาที่ติดต่อได้ และรูปมุมกล้อง ระบบไม่รับและไม่เก็บวิดีโอ ไม่ขอเลขประจำตัวประชาชน',
    '3. วัตถุประสงค์ เพื่อให้ตำรวจทราบว่าบริเวณใดมีกล้อง และขอความร่วมมือจากคุณเมื่อเกิดเหตุ การตอบหรือไม่ตอบเป็นสิทธิของคุณ',
    '4. ผู้ที่เห็น ได้แก่ ตำรวจในจังหวัดซึ่งสำนักงานจังหวัดอนุมัติแล้วและไม่ถูกระงับสิทธิ ผู้ดูแลระดับจังหวัด และตัวคุณเอง ไม่แสดงในแผนที่สาธารณะ รายงาน หรือไฟล์ส่งออก',
    '5. ชื่อและเบอร์โทรเก็บแบบเข้ารหัส เบอร์โทรแสดงต่อตำรวจเฉพาะเมื่อคุณอนุญาต ทุกครั้งที่มีผู้เปิดดู ระบบบันทึกว่าใครและเมื่อใด คุณดูได้ใน “กล้องของฉัน”',
    '6. ระยะเวลา เก็บจนกว่าคุณจะถอน ปีละครั้งระบบจะถามว่ายังใช้อยู่หรือไม่ หากไม่ตอบหลังเตือนสองครั้ง กล้องจะไม่แสดงต่อตำรวจ',
    '7. สิทธิของคุณ ขอดู ขอสำเนา แก้ไข พักการติดต่อ และถอนความยินยอมได้ทุกเมื่อ โดยไม่กระทบสิทธิใด เมื่อถอน ข้อมูลส่วนบุคคลจะถูกลบ เหลือเพียงจำนวนนับที่ไม่ระบุตัวตน และบันทึกว่าเคยให้และถอนความยินยอมเมื่อใด',
  ].join('\n\n'),
  en: [
    `Consent to the collection, use and disclosure of personal data (version ${consentVersion})`,
    '1. The controller is the provincial office of the province where the camera stands. The basis is your consent, section 19 of the Personal Data Protection Act B.E. 2562 (2019).',
    '2. What is kept: the LINE account you register with, name and address of the place, coordinates, where the camera looks, how wide and how far, whether it works, inside or outside, days of recording, who can open it, name of the contact, telephone number, hours, and a photo of the view. No video is taken or kept, and no citizen’s number is asked for.',
    '3. Purpose: the police know where cameras are, and ask for your help when something happened. Whether you answer is up to you.',
    '4. Who sees it: police officers of the province whom the provincial office has approved and not suspended, provincial secretaries, and you. It is in no public map, report or export.',
    '5. Name and number are kept encrypted. Police see the number only where you allow it. Each look is written down, with who and when; you see it under “My cameras”.',
    '6. How long: until you withdraw. Once a year you are asked whether it is still in use; without an answer after two reminders it is no longer shown to the police.',
    '7. Your rights: to see it, to have a copy, to correct it, to pause being asked, and to withdraw at any time. Then the personal data is erased; only anonymous counts remain, and that consent was given and withdrawn, with the dates.',
  ].join('\n\n'),
}
