using System.Collections.Immutable;
using Electrolith.Impedance.Fitting;
using Electrolith.Impedance.Spectra;

namespace Electrolith.Cli.Commands.Eis;

/// <summary>Intervals of parameters beyond standard errors.</summary>
/// <param name="Profile">From the profile of the likelihood; empty when not asked for.</param>
/// <param name="Bootstrap">From refits; empty when not asked for.</param>
internal sealed record FitIntervals(ImmutableArray<ProfileInterval> Profile, ImmutableArray<BootstrapInterval> Bootstrap)
{
    /// <summary>Computes what is asked for.</summary>
    public static FitIntervals Of(FitResult fit, Spectrum spectrum, FitOptions options, bool profile, int? samples, BootstrapKind kind, IProgress<double> progress, CancellationToken cancellation) => new(
        profile ? ProfileLikelihood.Of(fit, spectrum, options, cancellation: cancellation) : [],
        samples is { } count ? Electrolith.Impedance.Fitting.Bootstrap.Of(fit, spectrum, options, count, kind, progress: progress, cancellation: cancellation) : []);
}
