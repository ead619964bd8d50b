import Hummingbird
import Kernel
import NIOCore
import Web

/// Answers in the few forms the house gives.
enum Reply {
    static func html(_ html: HTML, status: Int = 200) -> Response {
        bytes(Array(html.markup.utf8), "text/html; charset=utf-8", status: status)
    }

    static func json(_ json: JSON, status: Int = 200) -> Response {
        bytes(json.canonicalBytes, "application/json", status: status)
    }

    /// A refusal for a program (RFC 9457).
    static func problem(_ rejection: Rejection, status: Int, in language: Language) -> Response {
        bytes(rejection.problem(status: status, in: language).canonicalBytes, problemType, status: status)
    }

    static let problemType = "application/problem+json"

    static func text(_ text: String, status: Int = 200) -> Response {
        bytes(Array(text.utf8), "text/plain; charset=utf-8", status: status)
    }

    static func bytes(_ bytes: [UInt8], _ contentType: String, status: Int = 200) -> Response {
        Response(
            status: .init(code: status), headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A file to be kept, not opened in the browser. `plain` is its name for those that know ASCII only.
    static func attachment(_ bytes: [UInt8], _ contentType: String, named name: String, plain: String) -> Response {
        var response = Reply.bytes(bytes, contentType)
        response.headers[.contentDisposition] =
            "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(Links.encoded(name))"
        return response
    }

    /// See other: what was posted is done, look there.
    static func redirect(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: LocalPath.safe(path)])
    }

    /// Set for ever: the address names the content.
    static func immutable(_ response: Response) -> Response {
        var response = response
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}

/// Addresses of this house only: nobody is sent elsewhere by a link somebody else made.
enum LocalPath {
    static func isSafe(_ path: String) -> Bool {
        path.hasPrefix("/") && !path.hasPrefix("//") && path.utf8.count <= 2_048
            && path.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    }

    static func safe(_ path: String) -> String { isSafe(path) ? path : "/" }
}
