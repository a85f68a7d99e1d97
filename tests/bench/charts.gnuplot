# The charts of bench-charts by gnuplot (pngcairo), as plainly as one would: in the folder of the data, gnuplot charts.gnuplot draws each of them some
# times in this one process, and prints a line of name and the shortest time in milliseconds.
set terminal pngcairo size 1200,700 font ",10"
set datafile separator "\t"
set print "-"
set style fill solid
set key off
set title "The finding, in words"
set boxwidth 0.8

names = "waterfall growth pareto heatmap dumbbell coverage distribution ratings line multiples cascade reward-curve ladder"

do for [n = 1:words(names)] {
  name = word(names, n)
  data = name.".tsv"
  best = 1e9
  do for [round = 1:5] {
    began = time(0.0)
    set output "gnuplot.png"
    if (name eq "waterfall") {
      plot data using 0:($1 + $2 / 2):(0.4):($2 / 2):xticlabels(4) with boxxyerror, "" using 0:($1 + $2):5 with labels offset 0,0.7
    }
    if (name eq "growth") {
      plot data using 0:1:xticlabels(4) with boxes, "" using 0:(-$2) with boxes, "" using 0:3 with lines linewidth 2
    }
    if (name eq "pareto") {
      set yrange [12:-1]
      plot data using ($1 / 2):0:($1 / 2):(0.35):yticlabels(2) with boxxyerror, "" using 1:0:1 with labels offset 3,0
      set yrange [*:*]
    }
    if (name eq "heatmap") {
      set yrange [14:-1]
      plot data using 2:1:3:yticlabels(4) with image, "" using 2:1:(sprintf("%.0f %%", $3)) with labels
      set yrange [*:*]
    }
    if (name eq "dumbbell") {
      plot data using 2:1:($3 - $2):(0):yticlabels(5) with vectors nohead, "" using 2:1 with points pointtype 7, "" using 3:1 with points pointtype 5, "" using 4:1 with points pointtype 9
    }
    if (name eq "coverage") {
      plot for [s = 0:3] data using (s * 1.2 + column(s + 2) / $6 / 2):1:(column(s + 2) / $6 / 2):(0.35) with boxxyerror, for [s = 0:3] "" using (s * 1.2 + 0.2):1:(sprintf("%d of %d", column(s + 2), $6)) with labels
    }
    if (name eq "distribution") {
      plot data using 2:($1 + (int($0) % 20) / 30.0) with points pointtype 7
    }
    if (name eq "ratings") {
      plot data using ($1 * 6 + $2):3 with boxes, "" using ($1 * 6 + $2):4 with boxes, "" using ($1 * 6 + $2):4:4 with labels offset 0,0.7
    }
    if (name eq "line") {
      plot data using 1:2 with linespoints pointtype 7 linewidth 2, 60 + 28 * x / 364 with lines, 88 with lines
    }
    if (name eq "multiples") {
      set multiplot layout 3,3
      do for [i = 0:8] { plot data using ($1 == i ? $2 : NaN):3 with linespoints pointtype 7, 60 + 28 * x / 364 with lines }
      unset multiplot
    }
    if (name eq "cascade") {
      set yrange [4:-1]
      plot data using ($2 + $3 / 2):1:($3 / 2):(0.48):4 with boxxyerror linecolor variable, "" using ($3 > 0.05 ? $2 + $3 / 2 : NaN):1:5 with labels
      set yrange [*:*]
    }
    if (name eq "reward-curve") {
      plot data every ::0::2 using 1:2 with linespoints linewidth 2, data every ::3::4 using 1:2 with points pointtype 7, "" every ::3::4 using 1:2:(sprintf("%.1f %%", $2)) with labels offset 4,0
    }
    if (name eq "ladder") {
      plot data using 1:2 with linespoints pointtype 7, "" using 1:2:3 with labels offset 0,1
    }
    unset output
    took = (time(0.0) - began) * 1000
    if (took < best) { best = took }
  }
  print sprintf("%s\t%.3f", name, best)
}
