using Bot.Charts;
using Bot.Commands.Channels;
using Bot.Commands.Follow;
using Bot.Commands.Interactions;
using Bot.Commands.Read;
using Bot.Commands.Rules;
using Bot.Posting;
using Desk.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Commands;

/// <summary>
/// Every command, in the order in which Discord gets them, each with what belongs to it.
/// A new command is one file and one line here; see docs/development.md.
/// </summary>
static class CommandList
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddLogging()
        .Command<LatestCommand>().With<HeadlinePages>()
        .Command<TopicCommand>()
        .Command<SearchCommand>().With<SearchPages>().With<FilterOptions>()
        .Command<AskCommand>().With<AskPages>().With<SummaryButton>()
        .Command<ArticleCommand>()
        .Command<RelatedCommand>().With<CoveragePages>()
        .Command<TimelineCommand>()
        .Command<OutletCommand>()
        .Command<TopicsCommand>()
        .Command<TrendingCommand>()
        .Command<CatchUpCommand>()
        .Command<FollowCommand>().With<FollowStoryButton>().With<UnfollowTopicButton>()
        .Command<FollowingCommand>().With<FollowingPanel>()
        .Command<PrivacyCommand>()
        .Command<HelpCommand>().With<CommandMentions>()
        .Command<ChannelCommand>().With<GuildSubscriptions>().With<RetryButton>().With<FloodButton>()
            .Subcommand<SetupSubcommand>().With<SetupPanel>().With<ChannelChecklist>()
            .Subcommand<AddSubcommand>()
            .Subcommand<EditSubcommand>().With<ExpressionLimit>().With<RulesPanel>().With<PingsPanel>().With<PingsButton>()
                .With<RulesTrial>().With<PostPreview>().With<ChannelPermissions>()
            .Subcommand<PresetsSubcommand>().With<PresetsPanel>().With<PresetMenu>().With<PresetForms>().With<PresetSaver>()
            .Subcommand<FollowSubcommand>().With<HubChannels>().With<ChannelFollows>()
            .Subcommand<ListSubcommand>()
            .Subcommand<PauseSubcommand>()
            .Subcommand<ResumeSubcommand>()
            .Subcommand<RemoveSubcommand>()
            .Subcommand<TestSubcommand>().With<OrderButton>()
            .Subcommand<WhySubcommand>()
            .Subcommand<HistorySubcommand>()
            .Subcommand<PostSubcommand>()
            .Subcommand<BackfillSubcommand>()
            .Subcommand<LogSubcommand>()
            .Subcommand<StatsSubcommand>()
            .Subcommand<ExportSubcommand>().With<DigestExport>()
            .Subcommand<ImportSubcommand>().WithAttachments()
            .Subcommand<ProfileSubcommand>()
            .Subcommand<AlertsSubcommand>().With<WithdrawButton>()
        .MessageCommand<FindCoverageCommand>().With<MessageStories>()
        .MessageCommand<FollowMessageCommand>()
        .MessageCommand<PostMessageCommand>()
        .With<DigestPages>().With<ButtonStories>().With<StoryOption>().With<NameOptions>().With<AgainButton>()
        .With<RuleMenus>().AddSingleton(RuleFields.All)
        .With<OutboxSignal>().With<ChannelNames>().With<ChannelNameLookup>().With<ChartDrawer>()
        .With<CommandCatalog>()
        .AddSingleton(services => new Lazy<CommandCatalog>(services.GetRequiredService<CommandCatalog>))
        .With<InteractionRouter>();
}
