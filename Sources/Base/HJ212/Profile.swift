/// The edition of HJ 212 a station speaks. A registered fact; the Flag field of a frame only confirms it.
package enum ProtocolVersion: Int, Sendable, Hashable, CaseIterable, Comparable {
    case v2005 = 2005
    case v2017 = 2017
    case v2025 = 2025

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What the Flag field says: bits 7 to 2 the version, bit 1 packet fields, bit 0 an answer wanted.
package struct FrameFlag: Sendable, Hashable {
    package let value: UInt8

    package init(_ value: UInt8) { self.value = value }

    /// Nil for a version nobody has written.
    package var version: ProtocolVersion? {
        switch value >> 2 {
        case 0: .v2005
        case 1: .v2017
        case 2: .v2025
        default: nil
        }
    }

    package var hasPacketFields: Bool { value & 2 != 0 }
    package var wantsAnswer: Bool { value & 1 != 0 }
    /// As answers carry it: the version alone.
    package var versionOnly: FrameFlag { FrameFlag(value & ~3) }
}

/// How a station's bodies travel.
package enum CipherState: Sendable, Hashable {
    case plain
    /// Some frames are plain, some not: whose plain checksum fits is plain.
    case changeOver([StationKey])
    /// The newest key first; the one before is kept until the first frame under the new one.
    case enciphered([StationKey])
}

/// What a person registered of a station, as far as reading its frames depends on it.
package struct StationProfile: Sendable, Hashable {
    /// The longest segment of the standard, in bytes; and the longest a station can be allowed.
    package static let standardLength = 1_024
    package static let longest = 4_096

    package var version: ProtocolVersion
    package var dialect: ChecksumDialect
    /// In bytes, at most `longest`.
    package var longestSegment: Int
    package var cipher: CipherState

    package init(
        version: ProtocolVersion = .v2017, dialect: ChecksumDialect = .annexA,
        longestSegment: Int = StationProfile.standardLength, cipher: CipherState = .plain
    ) {
        self.version = version
        self.dialect = dialect
        self.longestSegment = min(max(1, longestSegment), Self.longest)
        self.cipher = cipher
    }
}
