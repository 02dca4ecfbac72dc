using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Routes.Figures.Stability;
using Electrolith.Routes.Files;
using Electrolith.Thermodynamics.Questions;

namespace Electrolith.Cli.Commands.Stability;

/// <summary><c>stability matrix A… --against B…</c>: the strongest reaction of every pair.</summary>
internal static class MatrixCommand
{
    private const int ColumnsOfOneTable = 5;

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var options = new StabilityOptions();
        var rows = new Argument<string[]>("A") { Description = "Formulas, or ids of materials", Arity = ArgumentArity.OneOrMore };
        var columns = new Option<string[]>("--against") { Description = "Formulas, or ids of materials", HelpName = "B", Required = true, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var openings = new InterfaceOpenings();
        var command = options.Verb("matrix", "Strongest reaction of every pair, meV/atom", withFigure: true);
        command.Arguments.Add(rows);
        command.Options.Add(columns);
        openings.AddTo(command);
        examples[command] = ["electrolith stability matrix Li6PS5Cl llzo latp --against lco lfp LiNbO3", "electrolith stability matrix Li3PS4 --against lco nmc811 --figure pairs.svg"];
        command.SetAction(result => StabilityRun.Do(result, options, run =>
        {
            Substance[] a = [.. result.GetValue(rows)!.Select(text => run.Substance(text, "A"))];
            Substance[] b = [.. result.GetValue(columns)!.Select(text => run.Substance(text, "--against"))];
            var settings = openings.Read(result, run);
            foreach (var substance in settings.Voltage is null ? [] : a.Concat(b))
            {
                run.NotTheIon(substance);
            }

            return () => Answer(run, a, b, settings);
        }));
        return command;
    }

    private static void Answer(StabilityRun run, Substance[] rows, Substance[] columns, InterfaceOptions settings)
    {
        var reactions = new InterfaceReaction[rows.Length * columns.Length];
        Parallel.For(0, reactions.Length, index =>
        {
            var (first, second) = (rows[index / columns.Length], columns[index % columns.Length]);
            reactions[index] = InterfaceReaction.Of(run.Diagram(run.Set, settings.Voltage is not null, first, second), first, second, settings);
        });
        if (run.Json)
        {
            WriteJson(run, rows, columns, reactions);
        }
        else
        {
            WriteText(run, rows, columns, reactions);
        }

        if (run.Figure is { } path)
        {
            var energies = new double[rows.Length, columns.Length];
            for (var index = 0; index < reactions.Length; index++)
            {
                energies[index / columns.Length, index % columns.Length] = 1e3 * reactions[index].Minimum.Energy;
            }

            AtomicFile.WriteAllText(path, ReactionMapFigure.Draw("Strongest reaction of each pair", [.. rows.Select(item => item.Formula)], [.. columns.Select(item => item.Formula)], energies));
        }
    }

    private static void WriteText(StabilityRun run, Substance[] rows, Substance[] columns, InterfaceReaction[] reactions)
    {
        run.Output.WriteLine("Strongest reaction of each pair, meV/atom; 0: no reaction");
        for (var start = 0; start < columns.Length; start += ColumnsOfOneTable)
        {
            var some = columns.Skip(start).Take(ColumnsOfOneTable).ToList();
            var table = new TextTable([.. some.Select(item => ">" + item.Formula).Prepend("")]);
            for (var row = 0; row < rows.Length; row++)
            {
                var at = (row * columns.Length) + start;
                table.Add([.. Enumerable.Range(at, some.Count).Select(index => Math.Round(1e3 * reactions[index].Minimum.Energy).ToString("0;-0;0", CultureInfo.InvariantCulture)).Prepend(rows[row].Formula)]);
            }

            run.Output.WriteLine();
            run.Output.Write(table);
        }

        EnergyBasis.Write(run, default, []);
    }

    private static void WriteJson(StabilityRun run, Substance[] rows, Substance[] columns, InterfaceReaction[] reactions) => JsonOutput.Write(run.Output, json =>
    {
        json.WriteStartArray("pairs");
        for (var index = 0; index < reactions.Length; index++)
        {
            json.WriteStartObject();
            json.WriteString("first", rows[index / columns.Length].Formula);
            json.WriteString("second", columns[index % columns.Length].Formula);
            InterfaceText.WriteMinimum(json, reactions[index]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        EnergyBasis.Write(json, run, default, []);
    });
}
