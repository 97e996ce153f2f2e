/// Charts, pages and texts of both products: ECharts in Rhino, theme, page frame, number formats.
@NullMarked
package fanout.chart;

import org.jspecify.annotations.NullMarked;
