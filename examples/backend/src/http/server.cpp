#include "http/server.hpp"

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <csignal>
#include <memory>
#include <optional>
#include <set>
#include <spdlog/spdlog.h>
#include <thread>

#include "http/target.hpp"
#include "routes/service.hpp"
#include "storage/log_writer.hpp"

namespace backend {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
constexpr auto as_pair = asio::as_tuple(asio::use_awaitable);

using http_request = http::request<http::string_body>;
using http_response = http::response<http::string_body>;

/// What all connections share. Everything but `count` belongs to the thread that reads and writes.
struct server {
  asio::io_context& context;
  asio::thread_pool& workers;
  log_writer& log;
  service& all;
  limits within;
  tcp::acceptor acceptor;
  std::set<beast::tcp_stream*> idle;  ///< between two requests: may be closed at any moment
  std::int64_t running = 0, connections = 0;
  bool stopping = false;
};

http_response to_http(reply& from, bool keep_alive) {
  http_response made(static_cast<http::status>(from.status), 11);
  made.set(http::field::content_type, from.type);
  made.set("X-Content-Type-Options", "nosniff");
  made.set("Referrer-Policy", "no-referrer");
  made.set("Cache-Control", "no-store");
  made.set("Content-Security-Policy",
           "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
           "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  for (const auto& [name, value] : from.headers) made.set(name, value);
  made.keep_alive(keep_alive);
  made.body() = std::move(from.body);
  made.prepare_payload();
  return made;
}

reply problem(unsigned status, const char* kind, const char* en, const char* zh) {
  return to_reply({status, kind, en, zh});
}

/// Two ways to tell where a body ends are an invitation to smuggle a request past a proxy.
bool is_ambiguous(const http::request_header<>& head) {
  return head.count(http::field::transfer_encoding) != 0 ||
         head.count(http::field::content_length) > 1 || head.count(http::field::host) != 1 ||
         head.count(http::field::authorization) > 1;
}

std::optional<request> to_request(http_request& from) {
  request made;
  if (!split_target(std::string_view(from.target().data(), from.target().size()), made.path,
                    made.query)) {
    return std::nullopt;
  }
  made.method = std::string(from.method_string());
  made.content_type = std::string(from[http::field::content_type]);
  made.authorization = std::string(from[http::field::authorization]);
  made.body = std::move(from.body());
  return made;
}

/// Answers on a worker; a decision goes through the log first. Completes on the caller's executor.
asio::awaitable<reply> work(server& on, request asked) {
  auto start = [&on, &asked](auto handler) {
    using handler_type = std::decay_t<decltype(handler)>;
    auto kept = std::make_shared<handler_type>(std::move(handler));
    auto held = std::make_shared<request>(std::move(asked));
    asio::post(on.workers, [&on, kept, held] {
      auto made = std::make_shared<reply>(answer(on.all, *held));
      auto finish = [&on, kept, made] {
        asio::post(on.context, [kept, made] { std::move (*kept)(std::move(*made)); });
      };
      if (!made->record) return finish();
      on.log.put(*std::exchange(made->record, {}), [&on, made, finish](bool is_kept) {
        if (is_kept) {
          ++on.all.count.logged;
        } else {
          *made = problem(503, "no-log", "the decision could not be kept, so it is not given",
                          "决定未能入库，因此不予返回");
        }
        finish();
      });
    });
  };
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(reply)>(
      std::move(start), asio::use_awaitable);
}

asio::awaitable<reply> answer_one(server& on, http_request& from) {
  auto asked = to_request(from);
  if (!asked)
    co_return problem(400, "bad-target", "the path or query is malformed", "路径或查询有误");
  if (on.running >= on.within.queue) {
    ++on.all.count.turned_away;
    ++on.all.count.requests[5];
    co_return problem(503, "busy", "too many requests wait", "等待处理的请求过多");
  }
  on.all.count.running = ++on.running;
  auto made = co_await work(on, std::move(*asked));
  on.all.count.running = --on.running;
  co_return made;
}

/// The answer to what was no request; none when the other side is gone or too slow.
std::optional<reply> answer_to(const beast::error_code& bad, server& on) {
  if (bad == http::error::body_limit) {
    return problem(413, "too-large", "the body is too large", "请求体过大");
  }
  if (bad == http::error::header_limit || bad == http::error::buffer_overflow) {
    return problem(431, "header-too-large", "the header is too large", "请求头过大");
  }
  if (bad == http::error::end_of_stream || bad == http::error::partial_message ||
      bad.category() != http::make_error_code(http::error::bad_method).category()) {
    return std::nullopt;
  }
  ++on.all.count.requests[4];
  return problem(400, "bad-request", "this is no HTTP request", "不是有效的 HTTP 请求");
}

asio::awaitable<bool> send(server& on, beast::tcp_stream& stream, reply made, bool keep_alive) {
  auto response = to_http(made, keep_alive);
  stream.expires_after(on.within.write);
  const auto [bad, bytes] = co_await http::async_write(stream, response, as_pair);
  co_return !bad && keep_alive;
}

/// Reads, answers and writes one request; whether another may follow.
asio::awaitable<bool> one_request(server& on, beast::tcp_stream& stream,
                                  beast::flat_buffer& buffer) {
  http::request_parser<http::string_body> parser;
  parser.header_limit(on.within.header_bytes);
  parser.body_limit(on.within.body_bytes);
  if (buffer.size() == 0) {  // waits for a first byte, for long; then the rest has to come soon
    on.idle.insert(&stream);
    stream.expires_after(on.within.idle);
    const auto [gone, bytes] = co_await stream.async_read_some(buffer.prepare(4096), as_pair);
    on.idle.erase(&stream);
    if (gone) co_return false;
    buffer.commit(bytes);
  }
  stream.expires_after(on.within.read);
  auto [bad, head] = co_await http::async_read_header(stream, buffer, parser, as_pair);
  if (!bad && is_ambiguous(parser.get())) {
    ++on.all.count.requests[4];
    co_return co_await send(
        on, stream,
        problem(400, "ambiguous", "the header can be read in two ways", "请求头存在歧义"), false);
  }
  if (!bad) {
    const auto [cut, bytes] = co_await http::async_read(stream, buffer, parser, as_pair);
    bad = cut;
  }
  if (bad) {
    auto made = answer_to(bad, on);
    if (!made) co_return false;
    co_return co_await send(on, stream, std::move(*made), false);
  }
  auto from = parser.release();
  auto made = co_await answer_one(on, from);
  co_return co_await send(on, stream, std::move(made), from.keep_alive() && !on.stopping);
}

asio::awaitable<void> session(server& on, tcp::socket socket) {
  beast::tcp_stream stream(std::move(socket));
  beast::error_code ignored;
  stream.socket().set_option(tcp::no_delay(true), ignored);
  beast::flat_buffer buffer(on.within.body_bytes + on.within.header_bytes);
  try {
    while (!on.stopping && co_await one_request(on, stream, buffer)) {
    }
  } catch (const std::exception& broken) {  // no memory: this connection ends, no other
    spdlog::error("connection: {}", broken.what());
  }
  on.idle.erase(&stream);
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  stream.expires_after(std::chrono::seconds(1));  // a moment for the other side to read the end
  while (true) {
    buffer.clear();
    const auto [bad, bytes] = co_await stream.async_read_some(buffer.prepare(4096), as_pair);
    if (bad || on.stopping) break;
  }
  on.all.count.connections = --on.connections;
}

asio::awaitable<void> listen(server& on) {
  while (!on.stopping) {
    auto [bad, socket] = co_await on.acceptor.async_accept(as_pair);
    if (on.stopping) co_return;
    if (bad) {  // out of descriptors, most likely: some will be given back
      spdlog::warn("accept: {}", bad.message());
      asio::steady_timer pause(on.context, std::chrono::milliseconds(100));
      co_await pause.async_wait(as_pair);
      continue;
    }
    if (on.connections >= on.within.connections) {
      ++on.all.count.turned_away;
      continue;  // closed by its destructor
    }
    on.all.count.connections = ++on.connections;
    asio::co_spawn(on.context, session(on, std::move(socket)), asio::detached);
  }
}

/// Takes no more, closes what is idle, and waits for the rest.
asio::awaitable<void> stop(server& on) {
  on.stopping = true;
  beast::error_code ignored;
  on.acceptor.close(ignored);
  for (auto* stream : on.idle) stream->cancel();
  const auto last = std::chrono::steady_clock::now() + on.within.drain;
  while (on.connections > 0 && std::chrono::steady_clock::now() < last) {
    asio::steady_timer pause(on.context, std::chrono::milliseconds(20));
    co_await pause.async_wait(as_pair);
  }
  spdlog::info("stopped, {} connections cut", on.connections);
  on.context.stop();
}

asio::awaitable<void> obey(server& on, asio::signal_set& signals) {
  while (true) {
    const auto [bad, which] = co_await signals.async_wait(as_pair);
    if (bad) co_return;
    if (which == SIGHUP) {
      on.all.rules.ask();
      continue;
    }
    spdlog::info("stopping, {} requests run", on.running);
    co_await stop(on);
    co_return;
  }
}

}  // namespace

void serve(service& all, const std::string& address, unsigned short port, const limits& within) {
  asio::io_context context(1);
  asio::thread_pool workers(within.workers);
  log_writer log(all.data);
  server on{context, workers, log, all, within, tcp::acceptor(context), {}, 0, 0, false};
  const tcp::endpoint place(asio::ip::make_address(address), port);
  on.acceptor.open(place.protocol());
  on.acceptor.set_option(asio::socket_base::reuse_address(true));
  on.acceptor.bind(place);
  on.acceptor.listen();
  asio::signal_set signals(context, SIGTERM, SIGINT, SIGHUP);
  spdlog::info("listening on {}:{}", address, on.acceptor.local_endpoint().port());
  asio::co_spawn(context, listen(on), asio::detached);
  asio::co_spawn(context, obey(on, signals), asio::detached);
  context.run();
  workers.join();
  log.finish();  // what waits is kept, and nobody is left who could tell `on` of it later
}

}  // namespace backend
