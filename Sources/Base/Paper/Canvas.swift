import CPangoCairo
import Kernel
import Web

/// Pages of A4, upright or across, under the pens of Pango (letters) and Cairo (lines and the file), both Debian's (decision 0170).
///
/// Points from the upper left corner. Used from one thread, and finished once.
final class Canvas {
    /// Of an upright page.
    static let width = 595.28
    static let height = 841.89

    private let across: (width: Double, height: Double)

    enum Alignment { case left, center, right }

    /// Gathers what Cairo writes.
    private final class Output { var bytes: [UInt8] = [] }

    private let output = Output()
    private let surface: OpaquePointer?
    private let pen: OpaquePointer?

    init(title: String, subject: String, at: Instant, isLandscape: Bool = false) {
        across = isLandscape ? (Canvas.height, Canvas.width) : (Canvas.width, Canvas.height)
        surface = cairo_pdf_surface_create_for_stream(
            { output, data, length in
                guard let output, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Output>.fromOpaque(output).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(output).toOpaque(), across.width, across.height)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject)
        // Without it Cairo writes the clock's time, and no two files would be the same.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, Format.machineInstant(at))
        pen = cairo_create(surface)
    }

    deinit {
        cairo_destroy(pen)
        cairo_surface_destroy(surface)
    }

    /// Ends the page; the file's bytes, nil when Cairo could not write them.
    func finish() -> [UInt8]? {
        cairo_show_page(pen)
        cairo_surface_finish(surface)
        let isWritten =
            cairo_status(pen) == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        return isWritten ? output.bytes : nil
    }

    /// Ends the page and begins the next.
    func nextPage() { cairo_show_page(pen) }

    /// Writes `text` from (x, y) down in lines of at most `width`, where `lines` are given at most so many and
    /// dots behind them; gives the height it took.
    func text(
        _ text: String, x: Double, y: Double, width: Double, size: Double, isBold: Bool = false,
        alignment: Alignment = .left, lines: Int? = nil
    ) -> Double {
        let layout = pango_cairo_create_layout(pen)
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        let font = pango_font_description_from_string("Noto Sans CJK SC, sans-serif")
        defer { pango_font_description_free(font) }
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_alignment(layout, alignment.pango)
        if let lines {
            pango_layout_set_height(layout, Int32(-lines))
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        }
        pango_layout_set_text(layout, text, -1)
        cairo_move_to(pen, x, y)
        pango_cairo_show_layout(pen, layout)
        var height: Int32 = 0
        pango_layout_get_size(layout, nil, &height)
        return Double(height) / Double(PANGO_SCALE)
    }

    /// A thin line across.
    func rule(x: Double, y: Double, width: Double) {
        cairo_set_line_width(pen, 0.5)
        cairo_move_to(pen, x, y)
        cairo_line_to(pen, x + width, y)
        cairo_stroke(pen)
    }

    /// A thin line down.
    func upright(x: Double, y: Double, height: Double) {
        cairo_set_line_width(pen, 0.5)
        cairo_move_to(pen, x, y)
        cairo_line_to(pen, x, y + height)
        cairo_stroke(pen)
    }

    /// A line around the page, `inset` from its edge.
    func frame(inset: Double, thickness: Double) {
        cairo_set_line_width(pen, thickness)
        cairo_rectangle(pen, inset, inset, across.width - 2 * inset, across.height - 2 * inset)
        cairo_stroke(pen)
    }

    /// A thin line around a place on the page.
    func box(x: Double, y: Double, width: Double, height: Double) {
        cairo_set_line_width(pen, 0.5)
        cairo_rectangle(pen, x, y, width, height)
        cairo_stroke(pen)
    }

    /// The code with its quiet margin inside a square of `side`, as one path of bars.
    func code(_ code: QRCode, x: Double, y: Double, side: Double) {
        let module = side / Double(code.side + 2 * QRCode.quietZone)
        for row in 0..<code.side {
            var column = 0
            while column < code.side {
                let dark = code.modules[(row * code.side + column)..<((row + 1) * code.side)].prefix { $0 }.count
                if dark > 0 {
                    cairo_rectangle(
                        pen, x + Double(column + QRCode.quietZone) * module,
                        y + Double(row + QRCode.quietZone) * module, module * Double(dark), module)
                }
                column += dark + 1
            }
        }
        cairo_fill(pen)
    }
}

extension Canvas.Alignment {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .left: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .right: PANGO_ALIGN_RIGHT
        }
    }
}
