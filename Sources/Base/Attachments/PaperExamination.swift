package import Kernel

/// What is worth telling of a paper beside what it is; none of it is a reason not to take it.
package enum PaperRemark: String, Sendable, CaseIterable {
    /// The end of the file is missing; it is kept as it came, for lost it would help nobody.
    case incomplete
    case signed, active, tooManyDots, place, clockAhead, noPreview
    /// No scanner has looked at it yet; one has found something in it.
    case unscanned, infected
}

/// How large papers may be.
package struct PaperLimits: Sendable {
    /// Of one file, in bytes.
    package var bytes: Int
    /// Of a picture that is decoded, in dots.
    package var dots: Int
    /// Files of one form.
    package var files: Int

    package init(bytes: Int = 20 << 20, dots: Int = 100_000_000, files: Int = 5) {
        self.bytes = bytes
        self.dots = dots
        self.files = files
    }
}

/// What the bytes of a paper say by themselves: read once, when it arrives.
package struct PaperExamination: Sendable {
    package let kind: PaperKind
    package let remarks: Set<PaperRemark>

    /// Throws why it is not taken.
    package init(_ bytes: [UInt8], limits: PaperLimits = PaperLimits()) throws(Rejection) {
        guard !bytes.isEmpty else { throw PaperRejection.empty.rejection }
        guard bytes.count <= limits.bytes else { throw PaperRejection.tooLarge(limit: limits.bytes).rejection }
        guard let kind = PaperKind.sniff(bytes) else {
            throw PaperRejection.notAPaper(PaperExamination.guess(bytes)).rejection
        }
        self.kind = kind
        switch kind {
        case .pdf: remarks = try PaperExamination.pdf(bytes)
        case .jpeg: remarks = try PaperExamination.jpeg(bytes, limits)
        case .png: remarks = try PaperExamination.png(bytes, limits)
        case .ofd: remarks = [.noPreview]
        case .heic, .tiff, .webp: remarks = []
        }
    }

    /// Whether a PDF holds what the program that shows it may carry out; asked again of what came before this was looked for.
    package static func mayAct(_ bytes: [UInt8]) -> Bool { PDFContent.mayAct(bytes) }

    /// Of the first kilobyte of a paper whose rest is still to come: throws where nothing that follows could make it one.
    package static func judge(start bytes: [UInt8]) throws(Rejection) {
        guard bytes.count >= 1_024, PaperKind.sniff(bytes) == nil else { return }
        // Whether a zip is an OFD stands at its end.
        let what = guess(bytes)
        guard what == .archive, bytes.starts(with: [0x50, 0x4B]) else {
            throw PaperRejection.notAPaper(what).rejection
        }
    }

    private static func guess(_ bytes: [UInt8]) -> PaperRejection.NoPaper {
        let archives: [[UInt8]] = [
            [0x50, 0x4B], [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], Array("Rar!".utf8), [0x42, 0x5A, 0x68],
        ]
        if archives.contains(where: bytes.starts) { return .archive }
        if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) || bytes.starts(with: [0x4D, 0x5A])
            || bytes.starts(with: [0x23, 0x21])
        {
            return .program
        }
        let start = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
        if start.contains("<svg") { return .drawing }
        let first = start.unicodeScalars.first { $0.value > 0x20 && $0.value != 0xFEFF }
        return first == "<" ? .page : .unknown
    }

    /// Objects may be packed, but whether the whole is enciphered stands in the open (ISO 32000-2, 7.5.5 and 7.5.8).
    private static func pdf(_ bytes: [UInt8]) throws(Rejection) -> Set<PaperRemark> {
        if Bytes.contains("/Encrypt", in: bytes) { throw PaperRejection.password.rejection }
        guard bytes.count > 64 else { throw PaperRejection.damaged(.pdf).rejection }
        var remarks: Set<PaperRemark> = []
        let end = bytes.suffix(2_048)
        if !Bytes.contains("startxref", in: end) || !Bytes.contains("%%EOF", in: end) { remarks.insert(.incomplete) }
        if Bytes.contains("/ByteRange", in: bytes) || Bytes.contains("/Sig", in: bytes) { remarks.insert(.signed) }
        if PDFContent.mayAct(bytes) { remarks.insert(.active) }
        return remarks
    }

    /// Goes from mark to mark up to the frame, which says how many dots there are (ITU-T T.81, annex B).
    private static func jpeg(_ bytes: [UInt8], _ limits: PaperLimits) throws(Rejection) -> Set<PaperRemark> {
        var position = 2
        while position + 9 < bytes.count, bytes[position] == 0xFF {
            let mark = bytes[position + 1]
            if mark == 0xFF {
                position += 1
                continue
            }
            if (0xC0...0xCF).contains(mark), ![0xC4, 0xC8, 0xCC].contains(mark) {
                let height = Int(bytes[position + 5]) << 8 | Int(bytes[position + 6])
                let width = Int(bytes[position + 7]) << 8 | Int(bytes[position + 8])
                guard width > 0 else { throw PaperRejection.damaged(.jpeg).rejection }
                var remarks: Set<PaperRemark> = width * height > limits.dots ? [.tooManyDots] : []
                if Bytes.positions(of: [0xFF, 0xD9], in: Array(bytes.suffix(65_536))).isEmpty {
                    remarks.insert(.incomplete)
                }
                return remarks
            }
            position += 2 + (Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
        }
        throw PaperRejection.damaged(.jpeg).rejection
    }

    private static func png(_ bytes: [UInt8], _ limits: PaperLimits) throws(Rejection) -> Set<PaperRemark> {
        guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else {
            throw PaperRejection.damaged(.png).rejection
        }
        func number(_ start: Int) -> Int { bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
        let (width, height) = (number(16), number(20))
        guard width > 0, height > 0 else { throw PaperRejection.damaged(.png).rejection }
        let (dots, isBeyond) = width.multipliedReportingOverflow(by: height)
        var remarks: Set<PaperRemark> = isBeyond || dots > limits.dots ? [.tooManyDots] : []
        if !Bytes.contains("IEND", in: bytes.suffix(4_096)) { remarks.insert(.incomplete) }
        return remarks
    }
}
