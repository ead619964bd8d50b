import Attachments
import Foundation
import Testing

@Suite("What a PDF may do") struct PDFContentTests {
    /// Deflated: `/S /JavaScript /JS (app.alert(1))`, the same with `#53` for S, and a font.
    private static let packed = [
        "script": "eNozUTBQsLFR0A9W0PdKLEsMTi7KLCgBsoMVNBILCvQSc1KLSmI0DGM0NRXs7AAbQAy/",
        "escaped": "eNozUTBQsLFR0A9W0PdKLEtUNjVOLsosKAHygEwFjcSCAr3EnNSikhgNwxhNTQU7OwA8Kg0v",
        "font": "eNozUTBQsLFR0A+pLEhV0HfLzytR0HdKLE6FsILz89IV7OwAwJUK1w==",
    ]

    private func document(_ object: String, _ content: [UInt8] = []) -> [UInt8] {
        let tail = "trailer << /Size 5 /Root 1 0 R >> startxref 0 %%EOF"
        guard !content.isEmpty else { return Array("%PDF-1.7\n4 0 obj\n\(object)\nendobj\n\(tail)".utf8) }
        return Array("%PDF-1.7\n4 0 obj\n\(object)\nstream\r\n".utf8) + content
            + Array("\nendstream\nendobj\n\(tail)".utf8)
    }

    private func mayAct(_ bytes: [UInt8]) throws -> Bool { try PaperExamination(bytes).remarks.contains(.active) }

    @Test("Scripts, programs to start and files inside are found in the open, also by names written with numbers")
    func open() throws {
        for object in [
            "<< /S /JavaScript /JS (a) >>", "<< /S /JavaScri#70t >>", "<< /#4a#53 (a) >>", "<< /S /L#61unch >>",
            "<< /Type /Embedded#46ile >>", "<< /Subtype /RichMedia >>", "<< /AcroForm << /#58FA 5 0 R >> >>",
        ] {
            #expect(try mayAct(document(object)), "\(object)")
        }
        for object in ["<< /Type /Page >>", "(JavaScript is a language) # 4a", "<< /Java 1 /Script 2 /J#5 3 >>"] {
            #expect(try !mayAct(document(object)), "\(object)")
        }
    }

    @Test(
        "They are found in objects that are packed together; what is packed in a way that is not read counts as active")
    func packed() throws {
        func bytes(_ name: String) throws -> [UInt8] {
            let text = try #require(Self.packed[name])
            return Array(try #require(Data(base64Encoded: text)))
        }
        let said = "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length 60 >>"
        #expect(try mayAct(document(said, bytes("script"))))
        #expect(try mayAct(document(said, bytes("escaped"))))
        #expect(try !mayAct(document(said, bytes("font"))))
        #expect(try mayAct(document("<< /Type /Obj#53tm /Filter /Fl#61teDecode >>", bytes("script"))))
        // The content of a page may say what it likes.
        #expect(try !mayAct(document("<< /Filter /FlateDecode >>", bytes("script"))))
        #expect(try mayAct(document(said, Array(bytes("font").dropLast(8)) + [0, 0, 0, 0])))
        #expect(try mayAct(document("<< /Type /ObjStm /Filter /LZWDecode >>", bytes("font"))))
        #expect(try mayAct(document("<< /Type /ObjStm /Filter /FlateDecode /DecodeParms << >> >>", bytes("font"))))
    }
}
