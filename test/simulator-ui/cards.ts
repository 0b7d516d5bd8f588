/** A camera in a list, as the product draws it: photo, name, code, state, the two likeliest answers. */
function camera(url: string, name: string, code: string, state: string, color: string, ground: string) {
  const row = (label: string, value: string) => ({
    type: 'box',
    layout: 'baseline',
    spacing: 'sm',
    contents: [
      { type: 'text', text: label, size: 'sm', color: '#5B6B67', flex: 3 },
      { type: 'text', text: value, size: 'sm', color: '#10201D', flex: 7, wrap: true },
    ],
  })
  return {
    type: 'bubble',
    size: 'kilo',
    hero: { type: 'image', url: `${url}/photo.jpg`, size: 'full', aspectRatio: '20:13', aspectMode: 'cover' },
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'md',
      contents: [
        { type: 'text', text: name, weight: 'bold', size: 'md', wrap: true, maxLines: 2 },
        {
          type: 'box',
          layout: 'horizontal',
          contents: [
            {
              type: 'box',
              layout: 'baseline',
              flex: 0,
              paddingStart: 'md',
              paddingEnd: 'md',
              paddingTop: 'xs',
              paddingBottom: 'xs',
              backgroundColor: ground,
              cornerRadius: 'xl',
              contents: [{ type: 'text', text: state, size: 'xs', color, weight: 'bold', flex: 0 }],
            },
            { type: 'filler' },
          ],
        },
        { type: 'box', layout: 'vertical', spacing: 'sm', contents: [row('รหัส', code), row('ระยะ', '120 ม. ทิศตะวันออกเฉียงเหนือ'), row('ผู้ดูแล', 'เทศบาลเมืองอ่างทอง')] },
      ],
    },
    footer: {
      type: 'box',
      layout: 'vertical',
      spacing: 'sm',
      contents: [
        { type: 'button', style: 'primary', color: '#0B6B5D', height: 'sm', action: { type: 'postback', label: 'ไม่มีภาพ', data: `symptom=${code}&is=NO_PICTURE`, displayText: `${code} ไม่มีภาพ` } },
        { type: 'button', style: 'link', height: 'sm', action: { type: 'postback', label: 'อาการอื่น', data: `symptom=${code}`, displayText: `${code} อาการอื่น` } },
      ],
    },
  }
}

/** A list of cameras as a carousel. */
export function cameraList(url: string) {
  return {
    type: 'flex',
    altText: 'กล้องใกล้คุณ 3 ตัว',
    contents: {
      type: 'carousel',
      contents: [
        camera(url, 'หน้าตลาดสดเทศบาลเมืองอ่างทอง ฝั่งถนนเทศบาล 1', '15-00012', '● ใช้งานได้ปกติ', '#18794E', '#E6F4EC'),
        camera(url, 'แยกวัดต้นสน', '15-00013', '▲ มีผู้แจ้งแล้ว', '#B42318', '#FDECEA'),
        camera(url, 'สะพานข้ามแม่น้ำเจ้าพระยา', '15-00127', '◐ อยู่ระหว่างการซ่อมแซม', '#A15C00', '#FDF1DC'),
      ],
    },
  }
}

/** One card with every kind of component and most properties. */
export function everyComponent(url: string) {
  return {
    type: 'flex',
    altText: 'การ์ดที่มีทุกอย่าง',
    contents: {
      type: 'bubble',
      size: 'mega',
      header: {
        type: 'box',
        layout: 'vertical',
        background: { type: 'linearGradient', angle: '90deg', startColor: '#0B6B5D', endColor: '#084F45' },
        contents: [
          { type: 'text', text: 'F-6911-7K3MX', size: 'xl', weight: 'bold', color: '#FFFFFF', adjustMode: 'shrink-to-fit' },
          { type: 'text', text: 'แจ้งแล้ว', size: 'sm', color: '#E3F1EE' },
        ],
      },
      body: {
        type: 'box',
        layout: 'vertical',
        spacing: 'md',
        contents: [
          { type: 'text', wrap: true, contents: [{ type: 'span', text: 'กำหนด ' }, { type: 'span', text: '24 พ.ย. 2569 14:05 น.', weight: 'bold', color: '#B42318' }] },
          { type: 'separator' },
          {
            type: 'box',
            layout: 'horizontal',
            spacing: 'md',
            contents: [
              { type: 'box', layout: 'vertical', width: '72px', height: '72px', cornerRadius: '100px', contents: [{ type: 'image', url: `${url}/photo.jpg`, aspectMode: 'cover', size: 'full' }] },
              {
                type: 'box',
                layout: 'vertical',
                justifyContent: 'center',
                contents: [
                  { type: 'box', layout: 'baseline', spacing: 'sm', contents: [{ type: 'icon', url: `${url}/icon.jpg`, size: 'sm' }, { type: 'text', text: 'ชิดขอบล่าง', size: 'sm', flex: 0 }, { type: 'text', text: '60+', size: 'xxs', color: '#5B6B67' }] },
                  { type: 'text', text: 'ข้อความยาวที่ต้องตัดให้พอดีบรรทัดเดียว', size: 'sm', decoration: 'underline' },
                ],
              },
            ],
          },
          {
            type: 'box',
            layout: 'horizontal',
            borderWidth: 'normal',
            borderColor: '#DDE4E1',
            cornerRadius: 'md',
            paddingAll: 'md',
            contents: [
              { type: 'text', text: 'ซ้าย', align: 'start' },
              { type: 'separator' },
              { type: 'text', text: 'กลาง', align: 'center' },
              { type: 'separator' },
              { type: 'text', text: 'ขวา', align: 'end', style: 'italic' },
            ],
          },
          {
            type: 'box',
            layout: 'vertical',
            height: '12px',
            backgroundColor: '#DDE4E1',
            cornerRadius: 'md',
            contents: [{ type: 'box', layout: 'vertical', width: '62%', height: '12px', backgroundColor: '#0B6B5D', contents: [{ type: 'filler' }] }],
          },
        ],
      },
      footer: {
        type: 'box',
        layout: 'horizontal',
        spacing: 'sm',
        contents: [
          { type: 'button', style: 'secondary', height: 'sm', action: { type: 'clipboard', label: 'คัดลอกเลข', clipboardText: 'F-6911-7K3MX' } },
          { type: 'button', style: 'primary', color: '#0B6B5D', height: 'sm', action: { type: 'uri', label: 'แผนที่', uri: 'https://example.com/map' } },
        ],
      },
      styles: { footer: { separator: true } },
    },
  }
}

/** Quick replies with an action of every kind. */
export function everyQuickReply() {
  const item = (action: object) => ({ type: 'action', action })
  return {
    items: [
      item({ type: 'location', label: 'ส่งตำแหน่ง' }),
      item({ type: 'camera', label: 'ถ่ายรูป' }),
      item({ type: 'cameraRoll', label: 'เลือกรูป' }),
      item({ type: 'message', label: 'พิมพ์รหัส', text: 'พิมพ์รหัส' }),
      item({ type: 'postback', label: 'ข้าม', data: 'skip', displayText: 'ข้าม' }),
      item({ type: 'datetimepicker', label: 'เลือกเวลา', data: 'when', mode: 'datetime', initial: '2026-11-23T14:00', min: '2026-11-20T00:00', max: '2026-11-23T23:59' }),
      item({ type: 'uri', label: 'สแกน QR', uri: 'https://line.me/R/oaMessage/%40songklong/?%E0%B8%81%E0%B8%A5%E0%B9%89%E0%B8%AD%E0%B8%87%2015-00012' }),
      item({ type: 'clipboard', label: 'คัดลอก', clipboardText: '15-00012' }),
    ],
  }
}

/** The four template messages. */
export function templates(url: string) {
  const say = (label: string) => ({ type: 'message', label, text: label })
  return [
    { type: 'template', altText: 'ปุ่ม', template: { type: 'buttons', thumbnailImageUrl: `${url}/photo.jpg`, title: 'ซ่อมเสร็จแล้ว', text: 'กล้องใช้ได้แล้วหรือยัง', actions: [say('ใช้ได้แล้ว'), say('ยังเสียอยู่')] } },
    { type: 'template', altText: 'ยืนยัน', template: { type: 'confirm', text: 'ยืนยันการลงทะเบียน', actions: [say('ยืนยัน'), say('ยกเลิก')] } },
    { type: 'template', altText: 'แถว', template: { type: 'carousel', columns: ['งานแรก', 'งานที่สอง'].map(title => ({ title, text: 'ครบกำหนดพรุ่งนี้', actions: [say('รับเรื่อง')] })) } },
    { type: 'template', altText: 'แถวรูป', template: { type: 'image_carousel', columns: ['ก่อนซ่อม', 'หลังซ่อม'].map(label => ({ imageUrl: `${url}/photo.jpg`, action: say(label) })) } },
  ]
}
