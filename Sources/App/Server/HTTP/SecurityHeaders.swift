import Hummingbird

/// What every answer says to the browser about itself.
enum SecurityHeaders {
    static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    private static let fixed: [(HTTPField.Name?, String)] = [
        (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"), (.init("Referrer-Policy"), "same-origin"),
        (
            .init("Permissions-Policy"),
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"
        ),
        (.init("Cross-Origin-Opener-Policy"), "same-origin"), (.init("Cross-Origin-Resource-Policy"), "same-origin"),
        (.init("X-Frame-Options"), "DENY"),
    ]

    /// `isPrivate`: made for one person; kept by no cache and no browser.
    static func apply(to response: inout Response, isPrivate: Bool, isPlainLoopback: Bool) {
        for case (let name?, let value) in fixed { response.headers[name] = value }
        if isPrivate {
            response.headers[.cacheControl] = "no-store"
        } else if !response.headers.contains(.cacheControl) {
            response.headers[.cacheControl] = "no-cache"
            response.headers[.vary] = "Cookie, Accept-Language"
        }
        if !isPlainLoopback, let name = HTTPField.Name("Strict-Transport-Security") {
            response.headers[name] = "max-age=31536000; includeSubDomains"
        }
    }
}
