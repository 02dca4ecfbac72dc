using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Impedance.Files;

/// <summary>The text formats of instruments: by what each is recognised, and how it differs from a plain table.</summary>
internal static partial class TextFormats
{
    /// <summary>What kind of text this is; a plain table when nothing is recognised.</summary>
    public static TextTableOptions Recognise(FileContent file)
    {
        var (first, head) = (file.FirstLine, file.Text.Length > 20_000 ? file.Text[..20_000] : file.Text);
        bool Starts(string text) => first.StartsWith(text, StringComparison.OrdinalIgnoreCase);
        bool Has(string text) => head.Contains(text, StringComparison.OrdinalIgnoreCase);
        return Starts("EC-Lab ASCII") || Starts("BT-Lab ASCII") ? new TextTableOptions("BioLogic text (.mpt)") { GroupOf = Loops(head) }
            : Starts("EXPLAIN") || Has("ZCURVE") ? new TextTableOptions("Gamry (.DTA)") { Abort = "EXPERIMENTABORTED", Skipped = ["#"] }
            : Starts("ZPLOT") || Starts("ZView") || Has("End Comments") ? new TextTableOptions("ZPlot (.z)") { Skipped = ["End Comments"] }
            : Starts("Z60W") ? new TextTableOptions("Autolab text")
            : Has("<Segment1>") || Starts("<Application>") || file.Extension == ".par" ? new TextTableOptions("VersaStudio (.par)") { HeadingPrefix = "Definition=", End = "</" }
            : Has("A.C. Impedance") || Has("Instrument Model:  CHI") ? new TextTableOptions("CH Instruments text")
            : Starts("RelaxIS") ? new TextTableOptions("RelaxIS export") { Skipped = ["DC=", "TM=", "FV"] }
            : Has("|Vac| (V)") || Has("Zre (ohms)") ? new TextTableOptions("Parstat text")
            : Has("Zimg") ? new TextTableOptions("PowerSuite text")
            : Has("Zp'") || Has("Zs'") || Has("Novocontrol") || Has("Freq. [Hz]") ? new TextTableOptions("Novocontrol text")
            : new TextTableOptions("table");
    }

    /// <summary>Reads the text, with or without headings.</summary>
    public static ImmutableArray<Spectrum> Read(FileContent file)
    {
        var options = Recognise(file);
        var table = new TextTable(file, options);
        var spectra = table.Read(line => options.Format.StartsWith("Gamry", StringComparison.Ordinal) ? HeadNotes.ReadGamry(file.Lines, line) : HeadNotes.Read(file.Lines, line));
        return spectra.IsEmpty && !table.HasHeadings ? BareTable.Read(file, options.Format) : spectra;
    }

    /// <summary>The loops of EC-Lab: <c>Loop 1 from point number 57 to 113</c>.</summary>
    private static Func<int, string>? Loops(string head)
    {
        var loops = Loop().Matches(head).Take(100_000)
            .Select(match => (Number: match.Groups["number"].Value, From: int.TryParse(match.Groups["from"].Value, out var from) ? from : 0))
            .OrderBy(loop => loop.From).ToArray();
        return loops.Length < 2 ? null : index => loops[Math.Max(0, Array.FindLastIndex(loops, loop => loop.From <= index))].Number;
    }

    [GeneratedRegex(@"Loop\s+(?<number>[0-9]{1,9})\s+from point number\s+(?<from>[0-9]{1,9})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Loop();
}
