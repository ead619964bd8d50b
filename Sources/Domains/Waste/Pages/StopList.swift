import Kernel
import Web

/// The stops of a round for an old phone: large letters, one button to a stop. Each stop is a form of its own, so that it
/// works without script; with it, what is sent without a network waits on the phone (`later.js`).
struct StopList: Component {
    let round: WasteRoundID
    let stops: [StopLine]
    /// Whether the reader may say what became of them.
    let mayMark: Bool
    let request: PageRequest

    func html(_ language: Language) -> HTML {
        let items = stops.enumerated().map { number, stop in item(stop, number + 1, language) }
        return """
            <p id="later" class="later" role="status" hidden></p>
            <ol class="stops" data-later="\(request.now.milliseconds)" data-kept="\(RoundText.kept, language)" \
            data-waiting="\(RoundText.waiting, language)" data-refused="\(RoundText.refused, language)" \
            data-sign-in="\(RoundText.signIn, language)">
            \(items)</ol>

            """
    }

    private func item(_ stop: StopLine, _ number: Int, _ language: Language) -> HTML {
        let form: HTML? = mayMark ? self.form(stop, number, language) : nil
        let act: HTML? =
            stop.mark == nil
            ? form : form.map { "<details><summary>\(RoundText.change, language)</summary><div>\($0)</div></details>" }
        return """
            <li data-later-row="\(stop.site)"><h2>\(RoundText.stop(number, stop.name), language)</h2>\
            \(stop.mark.map { said($0, language) })<p class="later" role="status" hidden></p>\(act)</li>

            """
    }

    private func said(_ mark: StopMark, _ language: Language) -> HTML {
        let weight: HTML? = mark.kilograms.map {
            " · \(RoundText.weighed(Format(language).count($0)), language)"
        }
        return """
            <p>\(mark.outcome.tag, language) \(HTML.time(mark.at, language))\(weight)</p>
            """
    }

    private func form(_ stop: StopLine, _ number: Int, _ language: Language) -> HTML {
        let hidden: [(String, String)] = [
            (FormBuilder.csrfField, request.csrfToken), (FormBuilder.keyField, "\(request.form.key)-\(number)"),
            ("round", round.text), ("site", stop.site.text), ("at", ""),
        ]
        let fields = hidden.map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML }
        let reasons = StopOutcome.allCases.filter { $0 != .done }.map {
            "<button name=\"outcome\" value=\"\($0.rawValue)\">\($0.label, language)</button>" as HTML
        }
        return """
            <form class="form" method="post" action="/waste/rounds/\(round)/stops/\(stop.site)" novalidate \
            data-later-form="\(stop.site)">\(fields)\
            <label for="weight-\(number)">\(RoundText.weight, language)</label>\
            <input type="text" inputmode="numeric" class="number" id="weight-\(number)" name="kilograms">\
            <button class="primary" name="outcome" value="\(StopOutcome.done.rawValue)">\
            \(StopOutcome.done.label, language)</button>\
            <details><summary>\(RoundText.notDone, language)</summary><div>\(reasons)</div></details></form>
            """
    }
}
