/// Which days count as working days. (Filled in by the Kernel room.)
package struct WorkingCalendar: Sendable {
    package init() {}
}
