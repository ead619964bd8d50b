package import Kernel

/// Why a request is turned away before any rule of a domain sees it. Numbers 1300–1329; words in `Text.swift`.
package enum ServerRejection: RejectionReason {
    case notFound
    case methodNotAllowed(allowed: String)
    case badPath
    case notSignedIn
    case notAllowed
    case foreignForm
    case foreignSite
    case bodyTooLarge(limit: Int)
    case bodyTooSlow(seconds: Int)
    case wrongContentType(expected: String)
    case badHeader
    case headersTooLarge
    case tooMany(seconds: Int64)
    case outcomeUnknown
    case fault
    case mustEnrol
    case mustChooseOffice
    case tooManyStreams(limit: Int)
    case badForm
    case closing
    case storeAway
    case badBody
    case badHost
    case draftKept
    case uploadVersion
    case uploadChecksum

    package var number: Int {
        switch self {
        case .notFound: 1300
        case .methodNotAllowed: 1301
        case .badPath: 1302
        case .notSignedIn: 1303
        case .notAllowed: 1304
        case .foreignForm: 1305
        case .foreignSite: 1306
        case .bodyTooLarge: 1307
        case .bodyTooSlow: 1308
        case .wrongContentType: 1309
        case .badHeader: 1310
        case .headersTooLarge: 1311
        case .tooMany: 1312
        case .outcomeUnknown: 1313
        case .fault: 1314
        case .mustEnrol: 1315
        case .mustChooseOffice: 1316
        case .tooManyStreams: 1317
        case .badForm: 1318
        case .closing: 1319
        case .storeAway: 1320
        case .badBody: 1321
        case .badHost: 1322
        case .draftKept: 1323
        case .uploadVersion: 1324
        case .uploadChecksum: 1325
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .notFound: .notFound
        case .methodNotAllowed, .badPath, .bodyTooSlow, .wrongContentType, .badHeader, .badForm, .badBody, .badHost,
            .uploadVersion, .uploadChecksum:
            .badInput
        case .notSignedIn, .draftKept: .notSignedIn
        case .notAllowed, .foreignForm, .foreignSite, .mustEnrol, .mustChooseOffice: .forbidden
        case .bodyTooLarge, .headersTooLarge: .tooLarge
        case .tooMany, .tooManyStreams: .tooMany
        case .outcomeUnknown, .fault, .closing, .storeAway: .unavailable
        }
    }

    /// The HTTP status where the kind alone does not say it.
    package var statusCode: Int? {
        switch self {
        case .methodNotAllowed: 405
        case .bodyTooSlow: 408
        case .uploadVersion: 412
        case .wrongContentType: 415
        case .headersTooLarge: 431
        case .uploadChecksum: 460
        case .fault: 500
        default: nil
        }
    }

    package static var catalogue: [ServerRejection] {
        [
            .notFound, .methodNotAllowed(allowed: "GET, HEAD"), .badPath, .notSignedIn, .notAllowed, .foreignForm,
            .foreignSite, .bodyTooLarge(limit: 65_536), .bodyTooSlow(seconds: 20),
            .wrongContentType(expected: "application/json"), .badHeader, .headersTooLarge, .tooMany(seconds: 30),
            .outcomeUnknown, .fault, .mustEnrol, .mustChooseOffice, .tooManyStreams(limit: 6), .badForm, .closing,
            .storeAway, .badBody, .badHost, .draftKept, .uploadVersion, .uploadChecksum,
        ]
    }
}
