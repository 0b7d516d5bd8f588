import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { whatIsWrong } from '../../helpers/bucket/signature'

// Amazon's own examples: "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)", key, secret, day and signatures as printed there.
const account = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' }
const noBody = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const at = new Date('2013-05-24T00:00:00Z')
function example(method: string, path: string, query: string, more: Record<string, string>, signedHeaders: string, signature: string, body = '') {
  const authorization = `AWS4-HMAC-SHA256 Credential=${account.accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=${signature}`
  return { method, path, query, headers: { 'host': 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z', 'x-amz-content-sha256': noBody, ...more, authorization }, body: Buffer.from(body) }
}
const get = example('GET', '/test.txt', '', { range: 'bytes=0-9' }, 'host;range;x-amz-content-sha256;x-amz-date', 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41')
const put = example('PUT', '/test%24file.text', '', { 'date': 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY', 'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072' }, 'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class', '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd', 'Welcome to Amazon S3.')

it.each([
  ['an object is read', get],
  ['an object is written', put],
  ['a setting is asked for', example('GET', '/', 'lifecycle', {}, 'host;x-amz-content-sha256;x-amz-date', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543')],
  ['objects are listed', example('GET', '/', 'max-keys=2&prefix=J', {}, 'host;x-amz-content-sha256;x-amz-date', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7')],
])('the stand-in for S3 agrees with Amazon\'s example in which %s', (_, came) => {
  expect(whatIsWrong(came, account, at)).toBeNull()
})

it.each([
  ['another path', { ...get, path: '/other.txt' }, account, at, 'SignatureDoesNotMatch'],
  ['another method', { ...get, method: 'DELETE' }, account, at, 'SignatureDoesNotMatch'],
  ['another secret', get, { ...account, secretAccessKey: 'x' }, at, 'SignatureDoesNotMatch'],
  ['another key', get, { ...account, accessKeyId: 'x' }, at, 'InvalidAccessKeyId'],
  ['another region', get, { ...account, region: 'eu-west-1' }, at, 'AuthorizationHeaderMalformed'],
  ['other bytes than were signed', { ...put, body: Buffer.from('Welcome to Amazon S4.') }, account, at, 'XAmzContentSHA256Mismatch'],
  ['a header of S3 that is not signed', { ...get, headers: { ...get.headers, 'x-amz-acl': 'public-read' } }, account, at, 'AccessDenied'],
  ['a clock that is 16 minutes off', get, account, new Date('2013-05-24T00:16:00Z'), 'RequestTimeTooSkewed'],
  ['no signature', { ...get, headers: { ...get.headers, authorization: '' } }, account, at, 'AccessDenied'],
])('it refuses a request with %s', (_, came, who, now, code) => {
  expect(whatIsWrong(came, who, now)).toBe(code)
})
